package org.dutyledger.liability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.ModelId;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.contract.codec.Reading;
import org.dutyledger.liability.answer.Assessment;
import org.dutyledger.liability.law.LawInForce;
import org.dutyledger.liability.law.PolicyReader;
import org.dutyledger.liability.law.Rulebooks;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Rule 61, where the fold must look back. */
class CitedFactsTest {

    private static final ModelId MODEL = new ModelId("acme", "chat");
    private static final LawInForce LAW =
            new LawInForce(
                    Rulebooks.load("cn-product"),
                    PolicyReader.read(
                            """
                            policy: acme/P1
                            effective: 2026-01-01T00:00:00+08:00
                            discovery: {confirmed: true, reports: 1, within: P1D}
                            remediate: {S1: PT12H, S2: PT24H, S3: PT72H, S4: P14D}
                            immediate: {notifyConsumers: PT6H, reportAuthority: PT6H, act: PT12H, personalInformation: PT24H}
                            remedyEffective: {recurrence: 0.20, window: PT24H, unmeasured: effective}
                            warn: {topics: [medical], coverage: 0.99, placements: [at-output]}
                            monitor: {every: P3D}
                            reportClock: awareness
                            dueSoon: 0.5
                            repeat: 3
                            """,
                            Rulebooks.all()));

    @Test
    void aWithdrawalWhenTheRiskWasRemediedIsCitedOnceItsVersionIsReleased() {
        Map<String, ?> remedy = Map.of("remedy", "M", "risks", List.of("R"), "measure", "retrain");
        List<Fact> facts =
                List.of(
                        fact("f1", "model.released", "2027-01-01", release("v1")),
                        fact(
                                "f2",
                                "risk.confirmed",
                                "2027-01-02",
                                Map.of("risk", "R", "severity", "S1")),
                        fact("f3", "model.withdrawn", "2027-01-05", Map.of("version", "v2")),
                        fact("f4", "remedy.applied", "2027-01-05", remedy),
                        fact("f5", "model.released", "2027-01-06", release("v2")));
        DossierState state = new DossierState(MODEL, List.of(LAW));
        for (Fact fact : facts) {
            state.file(fact);
            state.judge(fact.recorded()).forEach(state::accept);
        }
        Instant end = facts.getLast().time();
        Assessment whole = Assessor.assess(LAW.rulebook(), LAW.policy(), facts, MODEL, end, null);
        assertThat(act(whole.duties()).because()).containsExactly("f2", "f3", "f4");
        assertThat(state.duties(LAW)).isEqualTo(whole.duties());
    }

    private static Map<String, ?> release(String version) {
        return Map.of("version", version, "jurisdictions", List.of("CN"));
    }

    private static Duty act(List<Duty> duties) {
        return duties.stream()
                .filter(it -> it.rule().equals("CN-CRPL-19/act"))
                .findFirst()
                .orElseThrow();
    }

    private static Fact fact(String id, String type, String day, Map<String, ?> data) {
        Map<String, ?> event =
                Map.of(
                        "specversion",
                        "1.0",
                        "id",
                        id,
                        "source",
                        "/providers/acme/ledger",
                        "subject",
                        "chat",
                        "type",
                        "org.dutyledger." + type + ".v1",
                        "time",
                        day + "T00:00:00Z",
                        "data",
                        data);
        byte[] bytes =
                JsonMapper.shared().writeValueAsString(event).getBytes(StandardCharsets.UTF_8);
        return ((Reading.Read) new FactReader().readRecorded(bytes)).fact();
    }
}
