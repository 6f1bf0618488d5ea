package org.dutyledger.liability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.Finding;
import org.dutyledger.contract.Finding.DutyChanged;
import org.dutyledger.liability.damage.Damages;
import org.dutyledger.liability.duty.Duties;
import org.dutyledger.liability.duty.JudgedDuties;
import org.dutyledger.liability.history.Cut;
import org.dutyledger.liability.law.LawInForce;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.PolicyReader;
import org.dutyledger.liability.law.Rulebooks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The fold against the whole, over made-up histories. {@code -Ddutyledger.histories=N} tries more
 * of them, {@code -Ddutyledger.seed=S} others.
 */
class DossierStateTest {

    private static final int LENGTH = 60;
    private static final String POLICY =
            """
            policy: acme/P1
            effective: 2026-01-01T00:00:00+08:00
            discovery: {confirmed: %s, reports: 2, within: P7D}
            remediate: {S1: PT24H, S2: PT72H, S3: P14D, S4: P30D}
            immediate: {notifyConsumers: PT6H, reportAuthority: PT6H, act: PT24H, personalInformation: PT24H}
            remedyEffective: {recurrence: 0.20, window: PT72H, unmeasured: %s}
            warn: {topics: [medical, legal], coverage: 0.99, placements: [at-output, before-use, label]}
            monitor: {every: P7D}
            reportClock: %s
            dueSoon: 0.5
            repeat: 2
            """;

    static LongStream seeds() {
        long first = Long.getLong("dutyledger.seed", 1);
        return LongStream.range(first, first + Long.getLong("dutyledger.histories", 40));
    }

    /** One rulebook, now and then two, under one of several policies. */
    private static List<LawInForce> laws(long seed) {
        Policy policy =
                PolicyReader.read(
                        POLICY.formatted(
                                seed % 3 != 0,
                                seed % 2 == 0 ? "undecided" : "effective",
                                seed % 7 < 4 ? "awareness" : "grading"),
                        Rulebooks.all());
        List<String> ids = Rulebooks.ids();
        int first = (int) (seed % ids.size());
        LawInForce one = new LawInForce(Rulebooks.load(ids.get(first)), policy);
        if (seed % 4 != 0) {
            return List.of(one);
        }
        String other = ids.get((first + 1) % ids.size());
        return List.of(one, new LawInForce(Rulebooks.load(other), policy));
    }

    private static DossierState empty(long seed) {
        return new DossierState(MadeUpHistory.MODEL, laws(seed));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void afterEachFactTheFoldHoldsWhatTheWholeHistoryGives(long seed) {
        DossierState state = empty(seed);
        List<Fact> known = new ArrayList<>();
        for (Fact fact : MadeUpHistory.of(seed, LENGTH)) {
            record(state, fact, new ArrayList<>());
            known.add(fact);
            isWhole(state, seed, known, fact.recorded());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfArrivalDoesNotMatter(long seed) {
        List<Fact> facts = MadeUpHistory.of(seed, LENGTH);
        List<Fact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, new Random(seed));
        DossierState state = empty(seed);
        Instant end = facts.getLast().recorded().plus(Duration.ofDays(40));
        shuffled.forEach(state::file);
        state.judge(end);
        isWhole(state, seed, facts, end);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTickingClockDoesNotChangeWhatIsFound(long seed) {
        List<Fact> facts = MadeUpHistory.of(seed, LENGTH);
        Random random = new Random(seed);
        DossierState still = empty(seed);
        DossierState ticking = empty(seed);
        List<Finding> found = new ArrayList<>();
        List<Finding> foundTicking = new ArrayList<>();
        Instant before = facts.getFirst().recorded();
        for (Fact fact : facts) {
            long room = Duration.between(before, fact.recorded()).toSeconds();
            for (long at = random.nextInt(3600); at < room; at += random.nextInt(40_000) + 1) {
                conclude(ticking, before.plusSeconds(at), foundTicking);
            }
            record(ticking, fact, foundTicking);
            record(still, fact, found);
            before = fact.recorded();
        }
        assertThat(foundTicking).as("seed %d", seed).isEqualTo(found);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aReplayOfWhatIsStoredConcludesNothingNew(long seed) {
        List<Fact> facts = MadeUpHistory.of(seed, LENGTH);
        DossierState live = empty(seed);
        DossierState replayed = empty(seed);
        for (Fact fact : facts) {
            List<Finding> deadlines = new ArrayList<>();
            conclude(live, fact.recorded(), deadlines);
            deadlines.forEach(replayed::accept);
            List<Finding> found = new ArrayList<>();
            live.file(fact);
            replayed.file(fact);
            conclude(live, fact.recorded(), found);
            found.forEach(replayed::accept);
        }
        Instant end = facts.getLast().recorded();
        assertThat(replayed.judge(end)).as("seed %d", seed).isEmpty();
        isWhole(replayed, seed, facts, end);
        Instant later = end.plus(Duration.ofDays(40));
        assertThat(replayed.judge(later)).as("seed %d", seed).isEqualTo(live.judge(later));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void writingItDownAndReadingItAgainChangesNothing(long seed) {
        Random random = new Random(seed);
        DossierState kept = empty(seed);
        DossierState written = empty(seed);
        List<Finding> found = new ArrayList<>();
        List<Finding> foundWritten = new ArrayList<>();
        for (Fact fact : MadeUpHistory.of(seed, LENGTH)) {
            record(kept, fact, found);
            record(written, fact, foundWritten);
            if (random.nextInt(5) == 0) {
                byte[] bytes = written.write();
                written = DossierState.read(MadeUpHistory.MODEL, bytes, laws(seed));
                assertThat(written.write()).as("seed %d", seed).isEqualTo(bytes);
                assertThat(written.nextWake()).as("seed %d", seed).isEqualTo(kept.nextWake());
            }
        }
        assertThat(foundWritten).as("seed %d", seed).isEqualTo(found);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void puttingAwayWhatIsSettledChangesNothing(long seed) {
        Random random = new Random(seed);
        DossierState kept = empty(seed);
        DossierState small = empty(seed);
        Drawers drawers = new Drawers();
        List<Finding> found = new ArrayList<>();
        List<Finding> foundSmall = new ArrayList<>();
        List<Fact> facts = MadeUpHistory.of(seed, 2 * LENGTH, 20);
        for (Fact fact : facts) {
            record(kept, fact, found);
            conclude(small, fact.recorded(), foundSmall);
            drawers.open(small, fact);
            small.file(fact);
            conclude(small, fact.recorded(), foundSmall);
            if (random.nextInt(4) == 0) {
                drawers.fill(small);
                small = DossierState.read(MadeUpHistory.MODEL, small.write(), laws(seed));
            }
            assertThat(foundSmall).as("seed %d, %s", seed, fact).isEqualTo(found);
            found.clear();
            foundSmall.clear();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findingsToldOneAfterTheOtherAreTheVerdictsHeld(long seed) {
        DossierState state = empty(seed);
        List<Finding> found = new ArrayList<>();
        MadeUpHistory.of(seed, LENGTH).forEach(fact -> record(state, fact, found));
        for (LawInForce law : laws(seed)) {
            Map<String, Duty> last = new HashMap<>();
            for (Finding finding : found) {
                if (finding instanceof DutyChanged it && it.law().equals(law.cited())) {
                    String key = it.duty().rule() + " " + it.duty().about();
                    last.put(key, it.whole(last.get(key)).duty());
                }
            }
            for (Duty duty : state.duties(law)) {
                Duty told = last.get(duty.rule() + " " + duty.about());
                if (told != null && !told.because().isEmpty()) {
                    assertThat(told).as("seed %d", seed).isEqualTo(duty);
                }
            }
        }
    }

    private static void record(DossierState state, Fact fact, List<Finding> found) {
        conclude(state, fact.recorded(), found);
        state.file(fact);
        conclude(state, fact.recorded(), found);
    }

    private static void conclude(DossierState state, Instant now, List<Finding> found) {
        List<Finding> findings = state.judge(now);
        findings.forEach(state::accept);
        found.addAll(findings);
    }

    private static void isWhole(DossierState state, long seed, List<Fact> known, Instant now) {
        List<Fact> cut = Cut.of(known, MadeUpHistory.MODEL, now, null).facts();
        for (LawInForce law : laws(seed)) {
            JudgedDuties whole =
                    Duties.judge(law.rulebook(), law.policy(), MadeUpHistory.MODEL, cut, now);
            String as = "seed %d, %d facts, %s".formatted(seed, known.size(), law.rulebook().id());
            assertThat(state.duties(law)).as(as).isEqualTo(whole.duties());
            assertThat(state.exposure(law))
                    .as(as)
                    .isEqualTo(
                            Damages.assess(
                                            law.rulebook(),
                                            law.policy(),
                                            cut,
                                            whole.knowledge(),
                                            whole.duties(),
                                            now)
                                    .realised());
        }
    }
}
