package org.dutyledger.alerting.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.dutyledger.alerting.alert.Kind;
import org.dutyledger.contract.FactData.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    private static final String YAML =
            """
            receivers:
              day: {channel: webhook, url: "https://day.example/hook", secretFrom: {env: DAY_SECRET}}
              night: {channel: slack, urlFrom: {file: /run/secrets/slack}}
              lead: {channel: mail, to: [lead@example.org], language: zh}
              board: {channel: mail, to: [board@example.org]}
            calendars:
              CN: {holidays: [2026-10-01], workdays: [2026-10-10]}
            smtp: {host: mail.example, port: 25, from: dutyledger@example.org}
            routes:
              - name: severe at work
                match: {models: ["acme/*"], severities: [S1, S2]}
                hours: {zone: Asia/Shanghai, days: [MON, TUE, WED, THU, FRI], from: "09:00", to: "18:00", calendar: CN}
                to: [day]
                escalate: [{after: PT30M, to: [lead]}, {after: PT2H, to: [board]}]
              - name: hosts
                match: {parties: [hosting-co]}
                to: [board]
                continue: true
              - name: severe
                match: {severities: [S1, S2]}
                to: [night]
              - name: rest
                to: [lead]
            """;

    private final Routes routes = RoutesReader.read(YAML);

    private static Subject subject(@Nullable Severity severity, String... parties) {
        return new Subject(
                "a1",
                "acme/medchat",
                Kind.BREACHED,
                severity,
                "cn-product",
                "CN-1",
                "R-1",
                Set.of(parties));
    }

    @ParameterizedTest
    @CsvSource({
        // Wednesday, the edges of the day in Shanghai
        "2026-09-30T01:00:00Z, day",
        "2026-09-30T00:59:59Z, night",
        "2026-09-30T10:00:00Z, night",
        // a holiday, a Saturday that is worked, a Saturday that is not
        "2026-10-01T02:00:00Z, night",
        "2026-10-10T02:00:00Z, day",
        "2026-10-17T02:00:00Z, night",
    })
    void hoursFollowZoneAndCalendar(Instant at, String receiver) {
        assertThat(routes.receivers(subject(Severity.S1), at)).containsExactly(receiver);
    }

    @Test
    void aRouteMayGoOn() {
        Instant at = Instant.parse("2026-09-30T20:00:00Z");
        assertThat(routes.receivers(subject(Severity.S2, "hosting-co"), at))
                .containsExactly("board", "night");
        assertThat(routes.receivers(subject(null), at)).containsExactly("lead");
    }

    @Test
    void theChainIsOfTheRouteThatFits() {
        Instant at = Instant.parse("2026-09-30T02:00:00Z");
        assertThat(routes.times(subject(Severity.S1), at))
                .containsExactly(Duration.ofMinutes(30), Duration.ofHours(2));
        assertThat(routes.times(subject(Severity.S4), at)).isEmpty();
    }

    @Test
    void eachRouteSaysWhyNot() {
        assertThat(routes.look(subject(Severity.S4), Instant.parse("2026-09-30T02:00:00Z")))
                .extracting(each -> each.route().name(), Routes.Look::refusal)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "severe at work", "severity S4 is none of [S1, S2]"),
                        org.assertj.core.groups.Tuple.tuple(
                                "hosts",
                                "none of the parties [hosting-co] is declared for the model"),
                        org.assertj.core.groups.Tuple.tuple(
                                "severe", "severity S4 is none of [S1, S2]"),
                        org.assertj.core.groups.Tuple.tuple("rest", null));
    }

    @Test
    void aNightReachesIntoTheNextDay() {
        Routes night =
                RoutesReader.read(
                        """
                        receivers: {n: {channel: webhook, url: "http://n"}}
                        routes:
                          - {name: n, to: [n], hours: {zone: UTC, days: [FRI], from: "22:00", to: "06:00"}}
                        """);
        // Friday 2026-09-25
        assertThat(night.receivers(subject(null), Instant.parse("2026-09-26T05:59:59Z")))
                .containsExactly("n");
        assertThat(night.receivers(subject(null), Instant.parse("2026-09-25T05:59:59Z"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "receivers: {a: {channel: webhook}}",
                "receivers: {a: {channel: webhook, url: 'ftp://x'}}",
                "receivers: {a: {channel: webhook, url: 'http://x', secret: plain}}",
                "routes: [{name: r, to: [nobody]}]",
                "receivers: {a: {channel: webhook, url: 'http://x'}}\n"
                        + "routes: [{name: r, to: [a], hours: {zone: Mars/Base}}]",
                "receivers: {a: {channel: webhook, url: 'http://x'}}\n"
                        + "routes: [{name: r, to: [a], hours: {zone: UTC, calendar: XX}}]",
                "routes: []\nroutes: []",
                "- a list",
                "",
                "routes: [{name: r, to: [a], match: {kinds: [late]}}]",
            })
    void whatCannotBeUsedIsRefused(String yaml) {
        assertThatThrownBy(() -> RoutesReader.read(yaml))
                .isInstanceOf(InvalidRoutesException.class);
    }
}
