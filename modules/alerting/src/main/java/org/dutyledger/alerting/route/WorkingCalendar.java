package org.dutyledger.alerting.route;

import java.time.LocalDate;
import java.util.List;

/** Days that are not worked, and days that are although the week says otherwise. */
public record WorkingCalendar(List<LocalDate> holidays, List<LocalDate> workdays) {}
