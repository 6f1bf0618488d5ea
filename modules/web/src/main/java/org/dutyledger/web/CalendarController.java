package org.dutyledger.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dutyledger.alerting.DeadlineCalendar;
import org.dutyledger.contract.Duty.Status;
import org.dutyledger.views.Duties;
import org.dutyledger.views.DutyEntry;
import org.dutyledger.views.Page;
import org.dutyledger.views.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Deadlines for calendars that people subscribe to. */
@RestController
class CalendarController {

    /** The next deadlines; calendars are not for more. */
    private static final int MOST = 2000;

    private static final int PAGE = 500;

    private final Duties duties;
    private final DeadlineCalendar calendar;

    CalendarController(Duties duties, DeadlineCalendar calendar) {
        this.duties = duties;
        this.calendar = calendar;
    }

    @GetMapping(path = "/api/v1/deadlines.ics", produces = "text/calendar;charset=utf-8")
    String deadlines(
            @RequestParam(name = "model", required = false) @Nullable String model,
            @RequestParam(name = "rulebook", required = false) @Nullable String rulebook) {
        var filter =
                DutiesController.filter(
                        Parameters.model(model),
                        rulebook,
                        null,
                        null,
                        null,
                        Set.of(Status.PENDING),
                        null);
        List<DutyEntry> all = new ArrayList<>();
        Page<DutyEntry> page = duties.page(filter, Duties.Order.DUE, new Paging(null, PAGE));
        all.addAll(page.items());
        while (page.next() != null && all.size() < MOST) {
            page = duties.page(filter, Duties.Order.DUE, new Paging(page.next(), PAGE));
            all.addAll(page.items());
        }
        return calendar.of(all, page.asOf());
    }
}
