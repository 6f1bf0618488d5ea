package org.dutyledger.web;

import java.util.List;
import java.util.Set;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.ModelId;
import org.dutyledger.views.Duties;
import org.dutyledger.views.DutyEntry;
import org.dutyledger.views.DutyFilter;
import org.dutyledger.views.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Duties of all models. */
@RestController
class DutiesController {

    private final Duties duties;

    DutiesController(Duties duties) {
        this.duties = duties;
    }

    @GetMapping("/api/v1/duties")
    Page<DutyEntry> duties(
            @RequestParam(name = "status", required = false) @Nullable List<String> status,
            @RequestParam(name = "kind", required = false) @Nullable String kind,
            @RequestParam(name = "dueBefore", required = false) @Nullable String dueBefore,
            @RequestParam(name = "rulebook", required = false) @Nullable String rulebook,
            @RequestParam(name = "rule", required = false) @Nullable String rule,
            @RequestParam(name = "about", required = false) @Nullable String about,
            @RequestParam(name = "model", required = false) @Nullable String model,
            @RequestParam(name = "sort", required = false) @Nullable String sort,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        return duties.page(
                filter(
                        Parameters.model(model),
                        rulebook,
                        rule,
                        about,
                        kind,
                        Parameters.status(status),
                        dueBefore),
                order(sort),
                Parameters.paging(after, limit));
    }

    static DutyFilter filter(
            @Nullable ModelId model,
            @Nullable String rulebook,
            @Nullable String rule,
            @Nullable String about,
            @Nullable String kind,
            Set<Duty.Status> status,
            @Nullable String dueBefore) {
        return new DutyFilter(
                model,
                Parameters.rulebookId(rulebook),
                rule,
                about,
                Parameters.kind(kind),
                status,
                Parameters.instant("dueBefore", dueBefore));
    }

    static Duties.Order order(@Nullable String sort) {
        return switch (sort) {
            case null -> Duties.Order.KEY;
            case "key" -> Duties.Order.KEY;
            case "due" -> Duties.Order.DUE;
            default -> throw new InvalidParameterException("sort", sort, "key or due");
        };
    }
}
