package org.dutyledger.liability.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData;
import org.dutyledger.contract.FactData.FactWithdrawn;
import org.dutyledger.contract.FactData.IncidentHandled;
import org.dutyledger.contract.FactKey;
import org.dutyledger.contract.ModelId;
import org.junit.jupiter.api.Test;

class CutTest {

    private static final ModelId MODEL = new ModelId("acme", "chat");
    private static final Instant LATE = at(100);

    @Test
    void bothEndsOfBothClocksCount() {
        List<Fact> facts = List.of(fact("a", 5, 7), fact("b", 6, 7), fact("c", 5, 8));
        assertThat(ids(Cut.of(facts, MODEL, at(5), at(7)))).containsExactly("a");
        assertThat(ids(Cut.of(facts, MODEL, at(6), at(8)))).containsExactly("a", "c", "b");
    }

    @Test
    void factOrderIsTimeThenRecordThenSourceThenId() {
        List<Fact> facts =
                List.of(fact("z", 5, 5), fact("b", 5, 6), fact("a", 5, 6), fact("y", 4, 9));
        assertThat(ids(Cut.of(facts, MODEL, LATE, null))).containsExactly("y", "z", "a", "b");
    }

    @Test
    void theFirstRecordedOfEqualKeysWins() {
        SourcedFact late = sourced(fact("a", 9, 4), "{\"a\":1}");
        SourcedFact early = sourced(fact("a", 8, 3), "{\"z\":1}");
        assertThat(Cut.firsts(List.of(late, early))).containsExactly(early.fact());
    }

    @Test
    void atEqualRecordTimeTheCanonicalBytesDecideInAnyOrder() {
        SourcedFact one = sourced(fact("a", 9, 4), "{ \"b\":1,   \"a\":2.0}");
        SourcedFact two = sourced(fact("a", 8, 4), "{\"a\":1,\"b\":9}");
        assertThat(Cut.firsts(List.of(one, two))).containsExactly(two.fact());
        assertThat(Cut.firsts(List.of(two, one))).containsExactly(two.fact());
    }

    @Test
    void aWithdrawnFactTakesNoPartFromTheRecordingOn() {
        List<Fact> facts = List.of(fact("wrong", 5, 5), withdrawal("w", "wrong", 50, 20));
        assertThat(ids(Cut.of(facts, MODEL, at(6), null))).isEmpty();
        assertThat(ids(Cut.of(facts, MODEL, at(6), at(20)))).isEmpty();
        assertThat(ids(Cut.of(facts, MODEL, at(6), at(19)))).containsExactly("wrong");
    }

    @Test
    void aWithdrawalIsNeverWithdrawnAndNamesItsOwnSourceOnly() {
        Fact elsewhere =
                new Fact(
                        new FactKey("/providers/acme/other", "wrong"),
                        MODEL,
                        at(5),
                        at(5),
                        new IncidentHandled("I-1"));
        List<Fact> facts =
                List.of(
                        fact("wrong", 5, 5),
                        elsewhere,
                        withdrawal("w", "wrong", 6, 6),
                        withdrawal("v", "w", 7, 7));
        assertThat(Cut.of(facts, MODEL, LATE, null).facts()).containsExactly(elsewhere);
    }

    @Test
    void knownAtPrintsWhatGivesTheSameAnswerAgain() {
        List<Fact> facts =
                List.of(
                        fact("a", 5, 30),
                        fact("wrong", 5, 5),
                        withdrawal("w", "wrong", 6, 40),
                        withdrawal("again", "wrong", 6, 60),
                        withdrawal("unknown", "nothing", 6, 70),
                        fact("future", 90, 80));
        Cut cut = Cut.of(facts, MODEL, at(10), null);
        assertThat(cut.knownAt()).isEqualTo(at(40));
        assertThat(Cut.of(facts, MODEL, at(10), cut.knownAt())).isEqualTo(cut);
        assertThat(Cut.of(List.of(), MODEL, at(10), null).knownAt()).isEqualTo(at(10));
    }

    @Test
    void modelsAreThoseWithAFactInTheCut() {
        List<Fact> facts = List.of(fact("a", 5, 5), fact("b", 50, 5));
        assertThat(Cut.models(facts, at(5), null)).containsExactly(MODEL);
        assertThat(Cut.models(facts, at(4), null)).isEmpty();
    }

    private static List<String> ids(Cut cut) {
        return cut.facts().stream().map(Fact::id).toList();
    }

    private static Fact fact(String id, int time, int recorded) {
        return fact(id, time, recorded, new IncidentHandled("I-1"));
    }

    private static Fact withdrawal(String id, String wrong, int time, int recorded) {
        return fact(id, time, recorded, new FactWithdrawn(wrong, "wrong", null));
    }

    private static Fact fact(String id, int time, int recorded, FactData data) {
        FactKey key = new FactKey("/providers/acme/ledger", id);
        return new Fact(key, MODEL, at(time), at(recorded), data);
    }

    private static SourcedFact sourced(Fact fact, String json) {
        return new SourcedFact(fact, json.getBytes(StandardCharsets.UTF_8));
    }

    private static Instant at(int hour) {
        return Instant.EPOCH.plusSeconds(hour * 3600L);
    }
}
