package org.dutyledger.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dutyledger.alerting.AlertsUnderTest.MovableClock;
import org.dutyledger.alerting.alert.AlertEvent;
import org.dutyledger.alerting.alert.AlertEvent.What;
import org.dutyledger.alerting.alert.Held;
import org.dutyledger.alerting.route.Match;
import org.dutyledger.alerting.route.RoutesReader;
import org.dutyledger.contract.FactData.Severity;
import org.dutyledger.embedded.TestDatabase;
import org.junit.jupiter.api.Test;

/** What people and time do with alerts, and that all of it is kept. */
class AlertCommandsTest {

    private final MovableClock clock = MovableClock.running();
    private final AlertsUnderTest alerts =
            new AlertsUnderTest(
                    TestDatabase.fresh(),
                    clock,
                    RoutesReader.read(
                            """
                            receivers:
                              day: {channel: webhook, url: "http://127.0.0.1:1"}
                              lead: {channel: webhook, url: "http://127.0.0.1:1"}
                            routes: [{name: all, to: [day], escalate: [{after: PT30M, to: [lead]}]}]
                            """),
                    Duration.ofSeconds(1));
    private final String id = AlertsUnderTest.key(1).id();

    AlertCommandsTest() {
        clock.set("2026-08-03T00:00:00Z");
    }

    private List<String> pending() {
        return alerts.jdbc.query(
                "SELECT receiver FROM ledger.alert_notice WHERE pending AND alert = ? ORDER BY 1",
                (row, n) -> row.getString(1),
                id);
    }

    private void told() {
        alerts.jdbc.update("UPDATE ledger.alert_notice SET pending = false, told = true");
    }

    private AlertEntry entry() {
        return alerts.alerts.find(id).orElseThrow();
    }

    private Held word(Duration length) {
        return new Held("li", "wait for the rollout", clock.instant().plus(length));
    }

    private List<What> history() {
        List<AlertEvent> history = entry().history();
        assertThat(history).isNotNull();
        return history.stream().map(AlertEvent::what).toList();
    }

    @Test
    void theWholeLifeIsKept() {
        alerts.say(1, AlertsUnderTest.breach(Severity.S1));
        assertThat(pending()).containsExactly("day");
        told();

        clock.forward(Duration.ofMinutes(30));
        alerts.alertClock.advance();
        assertThat(pending()).containsExactly("lead");
        told();

        assertThat(alerts.commands.acknowledge(id, word(Duration.ofHours(1)))).isTrue();
        assertThat(entry().alert().state()).isEqualTo("acknowledged");
        assertThat(entry().alert().owner()).isEqualTo("li");
        clock.forward(Duration.ofHours(1));
        alerts.alertClock.advance();
        assertThat(pending()).containsExactly("day", "lead");
        told();

        assertThat(alerts.commands.silence(id, word(Duration.ofHours(2)))).isTrue();
        clock.forward(Duration.ofHours(1));
        alerts.alertClock.advance();
        assertThat(pending()).isEmpty();
        clock.forward(Duration.ofHours(1));
        alerts.alertClock.advance();
        // silence ended, and it waited long enough for the next level
        assertThat(pending()).containsExactly("day", "lead");
        told();

        alerts.say(1, null);
        assertThat(pending()).containsExactly("day", "lead");
        assertThat(history())
                .containsExactly(
                        What.FIRED,
                        What.ESCALATED,
                        What.ACKNOWLEDGED,
                        What.ACKNOWLEDGEMENT_ENDED,
                        What.SILENCED,
                        What.SILENCE_ENDED,
                        What.ESCALATED,
                        What.RESOLVED);
        assertThat(entry().history())
                .filteredOn(each -> each.what() == What.SILENCED)
                .extracting(AlertEvent::by, AlertEvent::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("li", "wait for the rollout"));
    }

    @Test
    void aSilenceCoversWhatWillFireAndCanBeTakenBack() {
        var scope = new Match(List.of("acme/*"), List.of("S1"), null, null, null, null, null, null);
        long silence = alerts.commands.silence(new Silence(scope, word(Duration.ofHours(1))));
        alerts.say(1, AlertsUnderTest.breach(Severity.S1));
        assertThat(pending()).isEmpty();
        assertThat(entry().alert().state()).isEqualTo("silenced");
        assertThat(alerts.alerts.silences()).hasSize(1);

        assertThat(alerts.commands.endSilence(silence)).isTrue();
        assertThat(pending()).containsExactly("day");
        assertThat(alerts.commands.endSilence(silence)).isFalse();
    }

    @Test
    void whatEndsBeforeItWasToldIsNotTold() {
        alerts.say(1, AlertsUnderTest.breach(Severity.S1));
        alerts.say(1, null);
        assertThat(pending()).isEmpty();
    }

    @Test
    void noWordHoldsForEverNorWithoutAReason() {
        alerts.say(1, AlertsUnderTest.breach(Severity.S1));
        Instant now = clock.instant();
        for (Held bad :
                List.of(
                        new Held("li", "r", now),
                        new Held("li", "r", now.plus(Duration.ofDays(367))),
                        new Held(" ", "r", now.plusSeconds(1)),
                        new Held("li", "", now.plusSeconds(1)))) {
            assertThatThrownBy(() -> alerts.commands.acknowledge(id, bad))
                    .isInstanceOf(AlertRefusedException.class);
        }
        assertThat(alerts.commands.resolve(id, "li", "settled in court")).isTrue();
        assertThatThrownBy(() -> alerts.commands.resolve(id, "li", "again"))
                .isInstanceOf(AlertRefusedException.class);
        assertThat(alerts.commands.assign("nothing", "li", "wang")).isFalse();
    }

    @Test
    void alertsAreListedByWhatIsAsked() {
        alerts.say(1, AlertsUnderTest.breach(Severity.S1));
        alerts.say(2, AlertsUnderTest.breach(Severity.S2));
        alerts.say(3, AlertsUnderTest.breach(Severity.S2));
        var all = new AlertFilter(null, null, null, null);
        Alerts.Page first = alerts.alerts.page(all, null, 2);
        assertThat(first.items()).hasSize(2);
        assertThat(alerts.alerts.page(all, first.next(), 2).items()).hasSize(1);
        assertThat(
                        alerts.alerts
                                .page(new AlertFilter(null, "breached", "S2", null), null, 9)
                                .items())
                .hasSize(2);
        assertThat(
                        alerts.alerts
                                .page(
                                        new AlertFilter(List.of("RESOLVED"), null, null, null),
                                        null,
                                        9)
                                .items())
                .isEmpty();
    }
}
