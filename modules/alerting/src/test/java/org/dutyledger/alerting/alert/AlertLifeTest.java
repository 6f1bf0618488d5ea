package org.dutyledger.alerting.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dutyledger.alerting.alert.AlertEvent.What;
import org.dutyledger.alerting.alert.AlertLife.Audience;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Duty.Breach;
import org.dutyledger.contract.Duty.Status;
import org.dutyledger.contract.Finding.Change;
import org.dutyledger.contract.Finding.DutyChanged;
import org.dutyledger.contract.Finding.Law;
import org.dutyledger.contract.ModelId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertLifeTest {

    private static final Instant AROSE = Instant.parse("2026-08-01T00:00:00Z");
    private static final Instant DUE = Instant.parse("2026-08-03T00:00:00Z");
    private static final AlertKey KEY = new AlertKey("acme/m", "cn-product", "CN-1", "R-1");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final List<Duration> CHAIN =
            List.of(Duration.ofMinutes(30), Duration.ofHours(2));

    private static DutyChanged duty(
            Change change, String kind, Status status, Instant due, List<Breach> breaches) {
        Duty duty =
                new Duty(
                        "CN-1",
                        kind,
                        "R-1",
                        status,
                        !breaches.isEmpty(),
                        AROSE,
                        due,
                        null,
                        null,
                        breaches,
                        List.of("f"),
                        List.of());
        Law law = new Law("cn-product", "sha-256:a", "P1", "sha-256:b");
        return new DutyChanged(new ModelId("acme", "m"), AROSE, law, change, duty);
    }

    private static @Nullable Condition condition(DutyChanged finding, Instant now) {
        return DutyConditions.of(finding, null, now, HALF);
    }

    private static Condition breach(Kind expected) {
        Condition it =
                condition(
                        duty(
                                Change.BREACHED,
                                "remediate",
                                Status.POLICY_BREACH,
                                DUE,
                                List.of(new Breach(DUE, null))),
                        DUE);
        assertThat(it).isNotNull();
        assertThat(it.kind()).isEqualTo(expected);
        return it;
    }

    private static Condition dueSoon(Instant due) {
        Condition it =
                condition(
                        duty(Change.DUE_SOON, "remediate", Status.PENDING, due, List.of()),
                        AROSE.plus(Duration.ofDays(1)));
        assertThat(it).isNotNull();
        return it;
    }

    @ParameterizedTest
    @CsvSource({
        "remediate, BREACHED",
        "report, BREACHED",
        "warn, COVERAGE_LOW",
        "monitor, MONITORING_MISSED",
    })
    void aBreachIsNamedByItsDuty(String duty, Kind kind) {
        Condition it =
                condition(
                        duty(
                                Change.BREACHED,
                                duty,
                                Status.POLICY_BREACH,
                                DUE,
                                List.of(new Breach(DUE, null))),
                        DUE);
        assertThat(it).extracting(Condition::kind, Condition::since).containsExactly(kind, DUE);
    }

    @Test
    void aBreachThatBeginsBehindTheDeadlineIsOfARemedyThatWorked() {
        Instant later = DUE.plusSeconds(1);
        Condition it =
                condition(
                        duty(
                                Change.BREACHED,
                                "remediate",
                                Status.POLICY_BREACH,
                                DUE,
                                List.of(new Breach(later, null))),
                        later);
        assertThat(it).extracting(Condition::kind).isEqualTo(Kind.REOPENED);
    }

    @Test
    void aDeadlineIsSoonByTheSharePolicySays() {
        DutyChanged pending = duty(Change.AROSE, "remediate", Status.PENDING, DUE, List.of());
        Instant half = AROSE.plus(Duration.ofDays(1));
        assertThat(condition(pending, half.minusNanos(1))).isNull();
        assertThat(condition(pending, half)).extracting(Condition::since).isEqualTo(half);
    }

    @Test
    void whatIsKeptOrDoesNotApplyIsNoAlert() {
        for (Status status :
                List.of(Status.SATISFIED, Status.NOT_APPLICABLE, Status.NOT_YET, Status.EXPIRED)) {
            assertThat(
                            condition(
                                    duty(Change.SUPERSEDED, "remediate", status, DUE, List.of()),
                                    DUE.plusSeconds(1)))
                    .as(status.name())
                    .isNull();
        }
    }

    @Test
    void aMovedDeadlineUpdatesInPlaceAndIsTold() {
        Alert fired = fire(dueSoon(DUE), AROSE);
        Condition moved = dueSoon(DUE.plus(Duration.ofHours(1)));

        AlertEvent event = AlertLife.decide(fired, moved, AROSE.plusSeconds(5));

        assertThat(event).isNotNull();
        assertThat(event.what()).isEqualTo(What.UPDATED);
        Alert after = Alert.after(fired, KEY, event);
        assertThat(after.fired()).isEqualTo(fired.fired());
        assertThat(after.revision()).isEqualTo(2);
        assertThat(AlertLife.audience(fired, event, after)).isEqualTo(Audience.ROUTES);
        assertThat(AlertLife.decide(after, moved, AROSE.plusSeconds(9))).isNull();
    }

    @Test
    void anAcknowledgementHoldsUntilItsEndOrUntilItIsAnotherMatter() {
        Alert fired = fire(dueSoon(DUE), AROSE);
        Held word = new Held("li", "on it", AROSE.plus(Duration.ofHours(3)));
        Alert seen = Alert.after(fired, KEY, AlertEvent.acknowledged(word, AROSE));

        assertThat(seen.state()).isEqualTo(Alert.State.ACKNOWLEDGED);
        assertThat(seen.owner()).isEqualTo("li");
        assertThat(AlertLife.next(seen, CHAIN)).isEqualTo(word.until());
        assertThat(AlertLife.wake(seen, CHAIN, word.until()))
                .extracting(AlertEvent::what)
                .isEqualTo(What.ACKNOWLEDGEMENT_ENDED);

        AlertEvent worse = AlertLife.decide(seen, breach(Kind.BREACHED), DUE);
        assertThat(worse).isNotNull();
        Alert after = Alert.after(seen, KEY, worse);
        assertThat(after.state()).isEqualTo(Alert.State.FIRING);
        assertThat(after.owner()).isEqualTo("li");
        assertThat(AlertLife.audience(seen, worse, after)).isEqualTo(Audience.ROUTES);
    }

    @Test
    void itEscalatesLevelByLevelWhileNobodyAnswers() {
        Alert alert = fire(breach(Kind.BREACHED), DUE);
        assertThat(AlertLife.wake(alert, CHAIN, DUE.plus(Duration.ofMinutes(29)))).isNull();
        for (int level = 1; level <= CHAIN.size(); level++) {
            AlertEvent event = AlertLife.wake(alert, CHAIN, DUE.plus(CHAIN.get(level - 1)));
            assertThat(event).isNotNull();
            assertThat(event.level()).isEqualTo(level);
            alert = Alert.after(alert, KEY, event);
            assertThat(AlertLife.audience(alert, event, alert)).isEqualTo(Audience.LEVEL);
        }
        assertThat(AlertLife.next(alert, CHAIN)).isNull();
    }

    @Test
    void whatComesAndGoesIsNotToldEachTime() {
        Condition condition = breach(Kind.BREACHED);
        Instant at = DUE;
        Alert alert = null;
        int told = 0;
        for (int i = 0; i < 20; i++) {
            AlertEvent event = AlertLife.decide(alert, i % 2 == 0 ? condition : null, at);
            assertThat(event).isNotNull();
            Alert after = Alert.after(alert, KEY, event);
            told += AlertLife.audience(alert, event, after) == Audience.NOBODY ? 0 : 1;
            alert = after;
            at = at.plusSeconds(30);
        }
        assertThat(told).isEqualTo(5);
        assertThat(alert).isNotNull();
        Instant calm = AlertLife.next(alert, List.of());
        assertThat(calm).isNotNull();
        assertThat(AlertLife.wake(alert, List.of(), calm))
                .extracting(AlertEvent::what)
                .isEqualTo(What.RESOLVED);
    }

    @Test
    void whatIsSettledByHandStaysSoUntilTheRecordSaysSomethingNew() {
        Condition condition = breach(Kind.BREACHED);
        Alert settled =
                Alert.after(
                        fire(condition, DUE), KEY, AlertEvent.resolvedBy("li", "contested", DUE));
        assertThat(AlertLife.decide(settled, condition, DUE.plusSeconds(1))).isNull();
        assertThat(AlertLife.decide(settled, dueSoon(DUE), DUE.plusSeconds(1)))
                .extracting(AlertEvent::what)
                .isEqualTo(What.FIRED);
    }

    @Test
    void amountsAgainstLimits() {
        BigDecimal limit = new BigDecimal("100.00");
        assertThat(Limits.amount(limit, limit, "CNY", DUE)).isNull();
        assertThat(Limits.amount(new BigDecimal("100.01"), limit, "CNY", DUE))
                .extracting(Condition::figures)
                .isEqualTo(List.of("CNY 100.01", "CNY 100.00"));
        Condition grew =
                Limits.growth(
                        new BigDecimal("300.00"),
                        new BigDecimal("150.00"),
                        limit,
                        "CNY",
                        Duration.ofDays(1),
                        DUE);
        assertThat(grew).extracting(Condition::ends).isEqualTo(DUE.plus(Duration.ofDays(1)));
    }

    private static Alert fire(Condition condition, Instant at) {
        AlertEvent event = AlertLife.decide(null, condition, at);
        assertThat(event).isNotNull();
        return Alert.after(null, KEY, event);
    }
}
