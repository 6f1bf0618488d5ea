package org.dutyledger.liability.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.Finding;
import org.dutyledger.contract.Finding.Change;
import org.dutyledger.contract.Finding.DutyChanged;
import org.dutyledger.contract.Finding.ExposureChanged;
import org.dutyledger.liability.answer.Assessment;
import org.dutyledger.liability.law.LawInForce;
import org.junit.jupiter.api.Test;

/** Law 4: a deadline that passes is an event dated at the deadline, however late it is noticed. */
class DeadlinesTest {

    @Test
    void howOftenTheClockTicksDoesNotMatter() {
        Histories.each(
                25,
                seed -> {
                    LegalHistory history = LegalHistory.of(seed);
                    Random random = new Random(seed);
                    Live still = new Live(history.laws());
                    Live ticking = new Live(history.laws());
                    Instant last = null;
                    for (Fact fact : history.ofModel()) {
                        Instant to = fact.recorded();
                        for (int i = 8; last != null && i > 0; i--) {
                            long room = Duration.between(last, to).toNanos();
                            last = last.plusNanos(room == 0 ? 0 : random.nextLong(room));
                            ticking.conclude(last);
                        }
                        ticking.record(fact);
                        still.record(fact);
                        last = to;
                        assertThat(ticking.takeFound()).isEqualTo(still.takeFound());
                    }
                });
    }

    @Test
    void whatPassesOfItselfIsDatedWhenItPassed() {
        Histories.each(
                25,
                seed -> {
                    LegalHistory history = LegalHistory.of(seed);
                    Live live = new Live(history.laws());
                    List<Fact> known = new ArrayList<>();
                    Instant last = Instant.MIN;
                    for (Fact fact : history.ofModel()) {
                        List<Finding> passed = live.conclude(fact.recorded());
                        for (Finding it : passed) {
                            assertThat(it.time()).isAfter(last).isBeforeOrEqualTo(fact.recorded());
                            cameTrueThen(it, history, known);
                        }
                        live.record(fact);
                        known.add(fact);
                        last = fact.recorded();
                    }
                });
    }

    private static void cameTrueThen(Finding finding, LegalHistory history, List<Fact> known) {
        LawInForce law =
                history.laws().stream()
                        .filter(it -> it.cited().equals(finding.law()))
                        .findFirst()
                        .orElseThrow();
        Assessment then = answer(law, known, finding.time());
        Assessment before = answer(law, known, finding.time().minusNanos(1));
        switch (finding) {
            case ExposureChanged it -> {
                assertThat(it.exposure()).isEqualTo(then.damages().realised());
                assertThat(it.exposure()).isNotEqualTo(before.damages().realised());
            }
            case DutyChanged it -> {
                Duty now = of(then, it.duty());
                Duty earlier = of(before, it.duty());
                if (it.change() == Change.DUE_SOON) {
                    assertThat(now).isEqualTo(it.duty().with(now.breaches()));
                    assertThat(it.duty().due()).isAfter(it.time());
                } else {
                    if (now != null) { // else it fell away then
                        assertThat(now.status()).as("%s", it).isEqualTo(it.duty().status());
                    }
                    assertThat(now).as("%s", it).isNotEqualTo(earlier);
                }
                boolean ofFact = known.stream().anyMatch(fact -> fact.time().equals(it.time()));
                if (it.change() == Change.BREACHED && !ofFact) {
                    assertThat(it.duty().breaches().getLast().from()).isEqualTo(it.time());
                    assertThat(it.duty().breaches().getLast().to()).isNull();
                }
            }
        }
    }

    private static Duty of(Assessment answer, Duty duty) {
        return answer.duties().stream()
                .filter(it -> it.rule().equals(duty.rule()) && it.about().equals(duty.about()))
                .findFirst()
                .orElse(null);
    }

    private static Assessment answer(LawInForce law, List<Fact> known, Instant at) {
        return Engine.assess(law.rulebook(), law.policy(), known, LegalHistory.MODEL, at, null);
    }
}
