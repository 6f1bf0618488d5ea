package org.dutyledger.bench;

import java.time.Instant;
import java.util.List;
import org.dutyledger.bench.SyntheticFacts.Sent;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.Finding;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.contract.codec.Reading;
import org.dutyledger.liability.DossierState;
import org.dutyledger.liability.law.LawInForce;

/**
 * Row 2a: what one more fact costs the engine in a dossier of a hundred facts and in one of a
 * million. No storage, no messages: reading is done before the clock starts.
 */
final class Engine {

    private static final Goal FLAT = new Goal("2a", 2, 1.2, false);
    private static final int SMALL = 100;
    private static final int SAMPLE = 2_000;
    private static final int SEED = 7;

    private final LawInForce law;
    private final int big;
    private final int pairs;
    private final Pair.Progress progress;

    Engine(LawInForce law, int big, int pairs, Pair.Progress progress) {
        this.law = law;
        this.big = big;
        this.pairs = pairs;
        this.progress = progress;
    }

    Report.Row flat() throws Exception {
        List<Sent> sent = SyntheticFacts.list(big + SAMPLE * (pairs + 1), SEED, 1, "");
        Dossier grown = new Dossier(sent);
        progress.step("growing a dossier of " + big + " facts");
        grown.take(big);
        Pair pair =
                new Pair(
                        "dossier of " + SMALL,
                        this::smallOnes,
                        "dossier of " + big,
                        () -> grown.take(SAMPLE));
        Pair.Outcome outcome = pair.run(pairs, progress);
        return new Report.Row(
                FLAT,
                "engine time a fact",
                "rulebook %s, policy %s, seed %d   JDK %d"
                        .formatted(
                                law.rulebook().id(),
                                law.policy().id(),
                                SEED,
                                Runtime.version().feature()),
                "µs",
                outcome,
                "",
                true,
                "one core",
                "",
                List.of());
    }

    /** Mean over many small dossiers, each timed from its hundredth fact on. */
    private double smallOnes() {
        double sum = 0;
        int dossiers = 100;
        for (int i = 0; i < dossiers; i++) {
            Dossier dossier = new Dossier(SyntheticFacts.list(2 * SMALL, SEED + i, 1, ""));
            dossier.take(SMALL);
            sum += dossier.take(SMALL / 2);
        }
        return sum / dossiers;
    }

    /** A dossier that takes its facts in order. */
    private final class Dossier {

        private static final long RECORDED_AFTER_SECONDS = 5;

        private final FactReader reader = new FactReader();
        private final List<Sent> facts;
        private final DossierState state;
        private int next;
        private long findings;

        Dossier(List<Sent> facts) {
            this.facts = facts;
            this.state = new DossierState(read(facts.getFirst()).model(), List.of(law));
        }

        /** Takes so many more facts; microseconds a fact. */
        double take(int count) {
            List<Fact> read = facts.subList(next, next + count).stream().map(this::read).toList();
            next += count;
            long start = System.nanoTime();
            for (Fact fact : read) {
                findings += judge(fact).size();
            }
            double micros = (System.nanoTime() - start) / 1e3 / count;
            if (findings == 0) {
                throw new IllegalStateException("a dossier of which nothing was concluded");
            }
            return micros;
        }

        private List<Finding> judge(Fact fact) {
            state.judge(fact.recorded());
            state.file(fact);
            return state.judge(fact.recorded());
        }

        private Fact read(Sent sent) {
            Instant recorded = sent.time().plusSeconds(RECORDED_AFTER_SECONDS);
            return switch (reader.read(sent.json())) {
                case Reading.Read it ->
                        new Fact(
                                it.fact().key(),
                                it.fact().model(),
                                it.fact().time(),
                                recorded,
                                it.fact().data());
                case Reading.Refused it -> throw new IllegalStateException(it.toString());
            };
        }
    }
}
