package org.dutyledger.liability.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Rulebooks;
import org.junit.jupiter.api.Test;

class TrialTest {

    private static final Rulebook US = Rulebooks.load("us-frontier");
    private static final String POLICY =
            """
            policy: p
            effective: 2026-01-01T00:00:00Z
            discovery: {confirmed: true, reports: 3, within: P7D}
            remediate: {S1: PT24H, S2: PT72H, S3: P14D, S4: P30D}
            immediate: {notifyConsumers: PT6H, reportAuthority: PT6H, act: PT24H, personalInformation: PT24H}
            remedyEffective: {recurrence: 0.2, window: PT24H}
            warn: {topics: [medical], coverage: 0.99, placements: [at-output]}
            monitor: {every: P30D}
            reportClock: awareness
            dueSoon: 0.25
            repeat: 3
            """;
    private static final String FACTS =
            """
            {"specversion":"1.0","id":"r1","source":"/providers/acme","type":"org.dutyledger.model.released.v1","time":"2026-02-01T00:00:00Z","subject":"chat","datacontenttype":"application/json","data":{"version":"1","jurisdictions":["US-CA"],"classes":["us-frontier"]}}
            {"specversion":"1.0","id":"i1","source":"/providers/acme","type":"org.dutyledger.incident.detected.v1","time":"2026-03-01T00:00:00Z","subject":"chat","datacontenttype":"application/json","data":{"incident":"I1","kind":"safety"}}
            """;
    private static final String RIGHT =
            """
            {"duties": [{"rule": "US-CA-53-13c1", "about": "I1", "status": "PENDING"}]}
            """;
    private static final String FILE = "us-frontier@20260305T000000Z";

    @Test
    void whatIsAsExpectedPasses() {
        assertThat(run(FACTS, RIGHT)).isEmpty();
    }

    @Test
    void whatDiffersIsSaid() {
        assertThat(run(FACTS, RIGHT.replace("PENDING", "BREACH")))
                .singleElement()
                .satisfies(it -> assertThat(it).contains("\"BREACH\", got \"PENDING\""));
    }

    @Test
    void aFactThatTakesNoPartIsNamedOnlyWhereItMayBeWhy() {
        String wrong = FACTS.replace("\"safety\"", "\"sefety\"");
        assertThat(run(wrong, "{\"duties\": []}")).isEmpty();
        assertThat(run(wrong, RIGHT))
                .anySatisfy(it -> assertThat(it).startsWith("facts.jsonl line 2 takes no part"));
    }

    @Test
    void aWholeAnswerMayHaveNothingBesides() {
        assertThat(run(FACTS, "{\"$whole\": " + RIGHT + "}"))
                .anySatisfy(it -> assertThat(it).contains("not expected"));
    }

    @Test
    void aPolicyThatMustBeRefusedIs() {
        String exit = "{\"$exit\": 3}";
        assertThat(run(FACTS, exit)).containsExactly("/$exit: expected 3, found an answer");
        assertThat(run(given(FACTS, POLICY.replace("repeat: 3", "repeat: 0"), exit))).isEmpty();
        assertThat(run(given(FACTS, POLICY.replace("repeat: 3", "repeat: 0"), RIGHT)))
                .singleElement()
                .satisfies(it -> assertThat(it).startsWith("policy.yaml line 11, /repeat: "));
    }

    @Test
    void whatIsNoJsonOrNoInstantIsSaid() {
        assertThat(run(FACTS, "{")).singleElement().asString().contains("is not JSON");
        var badly = new TrialCase("c", FACTS, POLICY, Map.of("us-frontier@noon", RIGHT), "");
        assertThat(run(badly)).singleElement().asString().contains("expected a file name");
    }

    @Test
    void aCaseCoversWhatItsAnswersNameAndItsReadmeSays() {
        var texts = new TreeMap<String, String>();
        texts.put("c/facts.jsonl", FACTS);
        texts.put("c/policy.yaml", POLICY);
        texts.put("c/README.md", "Why.\nCovers: US-CA-53-def, X-1\n");
        texts.put(
                "c/expected/" + FILE + ".json",
                "{\"duties\": {\"$none\": [{\"rule\": \"US-NY-1422\"}]}, \"a\": " + RIGHT + "}");
        texts.put("notes/README.md", "no case");
        List<TrialCase> cases = TrialCase.of(texts);
        assertThat(cases).hasSize(1);
        assertThat(TrialCase.covered(cases, "us-frontier"))
                .contains("US-CA-53-13c1", "US-CA-53-def", "X-1")
                .doesNotContain("US-NY-1422");
        assertThat(TrialCase.covered(cases, "eu")).isEmpty();
    }

    private static List<String> run(String facts, String expected) {
        return run(given(facts, POLICY, expected));
    }

    private static List<String> run(TrialCase given) {
        return Trial.run(US, List.of(given)).getFirst().differences();
    }

    private static TrialCase given(String facts, String policy, String expected) {
        return new TrialCase("c", facts, policy, Map.of(FILE, expected), "");
    }
}
