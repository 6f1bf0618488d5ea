package org.dutyledger.web;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.RecordedFacts;
import org.dutyledger.liability.Assessor;
import org.dutyledger.liability.answer.AnswerWriter;
import org.dutyledger.liability.answer.Assessment;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.Rulebook;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Recomputes an answer from the record alone: the bytes are those that {@code assess} prints. */
@RestController
class AssessmentController {

    private final RecordedFacts record;
    private final Policies policies;
    private final Clock clock;

    AssessmentController(RecordedFacts record, Policies policies, Clock clock) {
        this.record = record;
        this.policies = policies;
        this.clock = clock;
    }

    @GetMapping(
            path = "/api/v1/models/{provider}/{model}/assessment",
            produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] assessment(
            @PathVariable("provider") String provider,
            @PathVariable("model") String model,
            @RequestParam(name = "rulebook", required = false) @Nullable String rulebook,
            @RequestParam(name = "asOf", required = false) @Nullable String asOf,
            @RequestParam(name = "knownAt", required = false) @Nullable String knownAt,
            @RequestParam(name = "policy", required = false) @Nullable String policy) {
        Rulebook law = Parameters.rulebook(rulebook);
        Policy measure = policies.find(policy);
        Instant at =
                Objects.requireNonNullElseGet(Parameters.instant("asOf", asOf), clock::instant);
        Instant known = Parameters.instant("knownAt", knownAt);
        ModelId id = new ModelId(provider, model);
        return line(Assessor.assess(law, measure, facts(id), id, at, known));
    }

    private List<Fact> facts(ModelId id) {
        List<Fact> facts = record.facts(id);
        if (facts.isEmpty()) {
            throw new NotFoundException("no fact of model %s is on record".formatted(id));
        }
        return facts;
    }

    /** Semantics rule 59: RFC 8785 bytes and one line feed. */
    private static byte[] line(Assessment answer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(AnswerWriter.bytes(answer));
        out.write('\n');
        return out.toByteArray();
    }
}
