package org.dutyledger.liability.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dutyledger.liability.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class PeriodsTest {

    static List<JsonNode> statutoryDays() {
        return Vectors.of("statutoryDays");
    }

    static List<JsonNode> statutoryYears() {
        return Vectors.of("statutoryYears");
    }

    static List<JsonNode> workingDays() {
        return Vectors.of("workingDays");
    }

    static List<JsonNode> instants() {
        return Vectors.of("instants");
    }

    @ParameterizedTest
    @MethodSource("statutoryDays")
    void daysEndAtMidnightOfTheirZone(JsonNode vector) {
        assertThat(
                        Periods.endOfDays(
                                instant(vector, "from"),
                                vector.get("days").intValue(),
                                zone(vector),
                                vector.get("roll").booleanValue()))
                .isEqualTo(instant(vector, "ends"));
    }

    @ParameterizedTest
    @MethodSource("statutoryYears")
    void yearsEndOnTheCorrespondingDate(JsonNode vector) {
        assertThat(
                        Periods.endOfYears(
                                instant(vector, "from"),
                                vector.get("years").intValue(),
                                zone(vector)))
                .isEqualTo(instant(vector, "ends"));
    }

    @ParameterizedTest
    @MethodSource("workingDays")
    void workingDaysFollowTheCalendar(JsonNode vector) {
        assertThat(
                        Periods.endOfWorkingDays(
                                instant(vector, "from"),
                                vector.get("days").intValue(),
                                zone(vector),
                                dates(vector, "holidays"),
                                dates(vector, "workdays")))
                .isEqualTo(instant(vector, "ends"));
    }

    @ParameterizedTest
    @MethodSource("instants")
    void instantsPrintWithTheFewestDigitsThatHold(JsonNode vector) {
        assertThat(java.time.OffsetDateTime.parse(vector.get("in").stringValue()).toInstant())
                .hasToString(vector.get("out").stringValue());
    }

    @Test
    void aDayBeginsWhereMidnightIsSkipped() {
        assertThat(Periods.startOf(LocalDate.parse("2018-11-04"), ZoneId.of("America/Sao_Paulo")))
                .isEqualTo(Instant.parse("2018-11-04T03:00:00Z"));
    }

    @Test
    void onlyPeriodsThatMayRollDo() {
        Instant friday = Instant.parse("2027-12-10T09:00:00Z");
        ZoneId brussels = ZoneId.of("Europe/Brussels");
        assertThat(Periods.endOfDays(friday, 1, brussels, false))
                .isEqualTo(Instant.parse("2027-12-11T23:00:00Z"));
        assertThat(Periods.endOfDays(friday, 1, brussels, true))
                .isEqualTo(Instant.parse("2027-12-13T23:00:00Z"));
    }

    private static Instant instant(JsonNode vector, String name) {
        return Instant.parse(vector.get(name).stringValue());
    }

    private static ZoneId zone(JsonNode vector) {
        return ZoneId.of(vector.get("zone").stringValue());
    }

    private static Set<LocalDate> dates(JsonNode vector, String name) {
        return vector.get(name).values().stream()
                .map(each -> LocalDate.parse(each.stringValue()))
                .collect(Collectors.toSet());
    }
}
