package org.dutyledger.liability.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.dutyledger.contract.Fact;
import org.dutyledger.liability.DossierState;
import org.dutyledger.liability.Drawers;
import org.dutyledger.liability.answer.Assessment;
import org.dutyledger.liability.law.LawInForce;
import org.junit.jupiter.api.Test;

/** Law 3: the state after each fact equals a recomputation from all facts. */
class IncrementalTest {

    @Test
    void afterEachFactTheStateIsWhatAllFactsGive() {
        Histories.each(
                20,
                seed -> {
                    LegalHistory history = LegalHistory.of(seed);
                    Random random = new Random(seed);
                    Live live = new Live(history.laws());
                    List<Fact> known = new ArrayList<>();
                    for (Fact fact : history.ofModel()) {
                        live.record(fact);
                        known.add(fact);
                        if (random.nextInt(6) == 0) {
                            live.writeAndRead();
                        }
                        isWhole(live.state(), history, known, fact.recorded());
                    }
                });
    }

    @Test
    void inAnyOrderOfArrivalTheStateIsTheSame() {
        Histories.each(
                20,
                seed -> {
                    LegalHistory history = LegalHistory.of(seed);
                    List<Fact> facts = history.ofModel();
                    List<Fact> shuffled = new ArrayList<>(facts);
                    Collections.shuffle(shuffled, new Random(seed));
                    DossierState state = new DossierState(LegalHistory.MODEL, history.laws());
                    shuffled.forEach(state::file);
                    Instant last = facts.isEmpty() ? Instant.EPOCH : facts.getLast().recorded();
                    Instant end = last.plus(Duration.ofDays(seed % 400));
                    state.judge(end);
                    isWhole(state, history, facts, end);
                });
    }

    @Test
    void whatIsPutAwayAndWrittenDownMakesNoDifference() {
        AtomicInteger parts = new AtomicInteger();
        Histories.each(
                20,
                seed -> {
                    LegalHistory history = LegalHistory.of(seed, 20);
                    Random random = new Random(seed);
                    Live whole = new Live(history.laws());
                    Live small = new Live(history.laws());
                    Drawers drawers = new Drawers();
                    for (Fact fact : history.ofModel()) {
                        whole.record(fact);
                        small.conclude(fact.recorded());
                        drawers.open(small.state(), fact);
                        small.record(fact);
                        if (random.nextInt(3) == 0) {
                            drawers.fill(small.state());
                            small.writeAndRead();
                        }
                        assertThat(small.takeFound()).isEqualTo(whole.takeFound());
                    }
                    parts.addAndGet(drawers.size());
                });
        assertThat(parts).hasPositiveValue();
    }

    private static void isWhole(
            DossierState state, LegalHistory history, Collection<Fact> known, Instant now) {
        for (LawInForce law : history.laws()) {
            Assessment whole =
                    Engine.assess(
                            law.rulebook(), law.policy(), known, LegalHistory.MODEL, now, null);
            String as = law.rulebook().id() + " after " + known.size();
            assertThat(state.duties(law)).as(as).isEqualTo(whole.duties());
            assertThat(state.exposure(law)).as(as).isEqualTo(whole.damages().realised());
        }
    }
}
