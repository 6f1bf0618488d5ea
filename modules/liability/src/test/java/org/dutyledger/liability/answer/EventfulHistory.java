package org.dutyledger.liability.answer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.ModelId;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.contract.codec.Reading;
import org.dutyledger.liability.Assessor;
import org.dutyledger.liability.GoldenCase;
import org.dutyledger.liability.history.Cut;
import org.dutyledger.liability.history.SourcedFact;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.Rulebook;

/**
 * A history in which everything happens that an answer has a field for: priced delay, penalties,
 * costs, claims with shares and recourse, quality assessed in part.
 */
final class EventfulHistory {

    static final ModelId MODEL = new ModelId("acme", "chat");
    static final Instant AS_OF = Instant.parse("2027-06-01T00:00:00Z");

    private EventfulHistory() {}

    static Set<String> check(Rulebook rulebook) {
        Policy policy = policy();
        List<Fact> facts = facts();
        return Reasons.check(answer(rulebook, policy, facts), rulebook, policy, facts);
    }

    static Assessment answer(Rulebook rulebook, Policy policy, List<Fact> facts) {
        return Assessor.assess(rulebook, policy, facts, MODEL, AS_OF, null);
    }

    static Policy policy() {
        return GoldenCase.named("G1-").policy();
    }

    static List<Fact> facts() {
        List<SourcedFact> facts = new ArrayList<>();
        for (String line : LINES.lines().toList()) {
            String[] words = line.split(" ", 4);
            byte[] event =
                    """
                    {"specversion": "1.0", "id": "%s", "source": "/providers/acme/test", "subject": "chat", \
                    "type": "org.dutyledger.%s.v1", "time": "%s", "partitionkey": "acme/chat", \
                    "datacontenttype": "application/json", "data": %s}\
                    """
                            .formatted(words[0], words[1], words[2], words[3])
                            .getBytes(StandardCharsets.UTF_8);
            switch (new FactReader().readRecorded(event)) {
                case Reading.Read it -> facts.add(new SourcedFact(it.fact(), event));
                case Reading other -> throw new IllegalStateException(line + ": " + other);
            }
        }
        return Cut.firsts(facts);
    }

    private static final String LINES =
            """
            f01 party.declared 2027-01-01T00:00:00Z {"party": "acme", "activities": ["design-program"]}
            f02 party.declared 2027-01-01T00:00:00Z {"party": "clinic", "activities": ["deploy"]}
            f03 party.declared 2027-01-01T00:00:00Z {"party": "labels", "activities": ["supply-training-data"]}
            f04 model.released 2027-01-02T00:00:00Z {"version": "v1", "jurisdictions": ["CN", "EU", "US-CA", "US-NY", "KR", "JP", "UK"], "topics": ["medical"], "classes": ["us-large-frontier", "us-frontier", "eu-high-risk", "eu-gpai-systemic"]}
            f05 quality.assessed 2027-01-03T00:00:00Z {"version": "v1", "criteria": {"transparency": 0.8, "fairness": 0.65}, "standard": "GB/T 45654", "assessor": "a test house"}
            f06 risk.confirmed 2027-02-01T00:00:00Z {"risk": "R-1", "severity": "S1", "defect": "design", "versions": ["v1"], "cause": ["algorithm", "training-data", "user-input"], "estimate": {"harmRate": {"low": 0.001, "likely": 0.002, "high": 0.006}, "lossPerHarm": {"low": "1000.00", "likely": "4000.00", "high": "13000.00", "currency": "CNY"}}}
            f07 coverage.observed 2027-02-08T01:00:00Z {"version": "v1", "from": "2027-02-07T00:00:00Z", "to": "2027-02-08T00:00:00Z", "outputs": 1000, "warned": 700}
            f08 coverage.observed 2027-02-09T01:00:00Z {"version": "v1", "from": "2027-02-08T00:00:00Z", "to": "2027-02-08T21:00:00Z", "outputs": 500, "warned": 301}
            f09 risk.confirmed 2027-02-03T00:00:00Z {"risk": "R-2", "severity": "S3", "versions": ["v1"], "estimate": {"harmRate": {"low": 0.0001, "likely": 0.0002, "high": 0.0003}, "lossPerHarm": {"low": "100.00", "likely": "200.00", "high": "300.00", "currency": "EUR"}}}
            f10 remedy.applied 2027-03-01T00:00:00Z {"remedy": "M-1", "risks": ["R-2"], "measure": "recall", "versions": ["v1"], "rollout": 0.5, "cost": {"amount": "900.00", "currency": "CNY"}}
            f11 notice.sent 2027-03-02T00:00:00Z {"notice": "N-1", "to": "consumers", "about": "R-1", "cost": {"amount": "20.50", "currency": "CNY"}}
            f12 incident.detected 2027-03-03T00:00:00Z {"incident": "I-1", "kind": "safety", "risk": "R-1", "version": "v1", "imminent": true}
            f13 harm.recorded 2027-04-02T00:00:00Z {"harm": "H-1", "version": "v1", "risk": "R-1", "outputAt": "2027-03-20T00:00:00Z", "harmAt": "2027-03-21T00:00:00Z", "items": [{"head": "medical", "amount": {"amount": "1000.00", "currency": "CNY"}}], "ownFault": 0.2}
            f14 claim.filed 2027-04-10T00:00:00Z {"claim": "C-1", "harms": ["H-1"], "against": ["acme", "clinic"], "forum": "mediation", "remedies": ["apologise", "a-meal"]}
            f15 claim.advanced 2027-04-20T00:00:00Z {"claim": "C-1", "stage": "appraisal", "shares": {"acme": 0.5, "clinic": 0.2}}
            f16 claim.advanced 2027-05-20T00:00:00Z {"claim": "C-1", "stage": "settled", "amount": {"amount": "600.00", "currency": "CNY"}}
            """;
}
