package org.dutyledger.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.dutyledger.bench.SyntheticFacts.Sent;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.Finding;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.contract.codec.Reading;
import org.dutyledger.liability.DossierState;
import org.dutyledger.liability.law.LawInForce;

/**
 * Row 2a: what one more fact costs the engine in a dossier of a hundred facts and in one of a
 * million. Row 2b: what it costs under several rulebooks at once, beside reading it. No storage, no
 * messages. The clock is the thread's own time on a processor, so that others do not count; nor
 * does the collector of garbage.
 */
final class Engine {

    private static final Goal FLAT = new Goal("2a", 2, 1.2, false);
    private static final Goal BESIDE_READING = new Goal("2b", 3, 1.0, false);
    private static final int GROWN = 10_000;
    private static final int SMALL = 100;
    private static final int SAMPLE = 2_000;
    private static final int SEED = 7;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<LawInForce> laws;
    private final int big;
    private final int pairs;
    private final Pair.Progress progress;

    Engine(List<LawInForce> laws, int big, int pairs, Pair.Progress progress) {
        this.laws = laws;
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
        return row(FLAT, "engine time a fact", sent, pair);
    }

    /** Versions are released wherever a rulebook looks, so that all of them judge. */
    Report.Row besideReading() throws Exception {
        List<Sent> sent =
                SyntheticFacts.list(
                        GROWN + SAMPLE * (pairs + 1),
                        SEED,
                        1,
                        "",
                        List.of("CN", "EU", "US-CA", "US-NY"));
        Dossier grown = new Dossier(sent);
        grown.take(GROWN);
        Pair pair =
                new Pair(
                        "reading it",
                        () -> reading(sent.subList(0, GROWN)),
                        "judging it, dossier of " + GROWN,
                        () -> grown.take(SAMPLE));
        return row(BESIDE_READING, "engine time a fact beside reading it", sent, pair);
    }

    private static double reading(List<Sent> facts) {
        FactReader reader = new FactReader();
        long start = THREADS.getCurrentThreadCpuTime();
        int read = 0;
        for (Sent fact : facts) {
            if (reader.read(fact.json()) instanceof Reading.Read) {
                read++;
            }
        }
        double micros = (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / facts.size();
        if (read != facts.size()) {
            throw new IllegalStateException(facts.size() - read + " facts were refused");
        }
        return micros;
    }

    private Report.Row row(Goal goal, String title, List<Sent> sent, Pair pair) throws Exception {
        List<Sent> few = sent.subList(0, Math.min(sent.size(), 20_000));
        Machine before = Machine.now(few);
        Pair.Outcome outcome = pair.run(pairs, progress);
        Machine after = Machine.now(few);
        return new Report.Row(
                goal,
                title,
                "rulebooks %s, policy %s, seed %d   JDK %d   processor time of one thread"
                        .formatted(
                                laws.stream()
                                        .map(it -> it.rulebook().id())
                                        .collect(Collectors.joining(" ")),
                                laws.getFirst().policy().id(),
                                SEED,
                                Runtime.version().feature()),
                "µs",
                outcome,
                "",
                before.steadyUntil(after),
                before.changedTo(after),
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
            this.state = new DossierState(read(facts.getFirst()).model(), laws);
        }

        /** Takes so many more facts; microseconds a fact. */
        double take(int count) {
            List<Fact> read = facts.subList(next, next + count).stream().map(this::read).toList();
            next += count;
            long start = THREADS.getCurrentThreadCpuTime();
            for (Fact fact : read) {
                findings += judge(fact).size();
            }
            double micros = (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / count;
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
