package org.dutyledger.web;

import java.io.ByteArrayOutputStream;
import org.dutyledger.contract.ModelId;
import org.dutyledger.liability.answer.AnswerWriter;
import org.dutyledger.web.Judging.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Recomputes an answer from the record alone: the bytes are those that {@code assess} prints. */
@RestController
class AssessmentController {

    private final Judging judging;

    AssessmentController(Judging judging) {
        this.judging = judging;
    }

    /** Semantics rule 59: RFC 8785 bytes and one line feed. */
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
        Question question = new Question(Parameters.rulebook(rulebook), asOf, knownAt, policy);
        Judging.Judged judged = judging.judge(new ModelId(provider, model), question);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(AnswerWriter.bytes(judged.answer()));
        out.write('\n');
        return out.toByteArray();
    }
}
