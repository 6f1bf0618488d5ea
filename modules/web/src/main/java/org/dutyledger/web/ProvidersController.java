package org.dutyledger.web;

import java.io.ByteArrayOutputStream;
import org.dutyledger.web.Judging.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What all models of a provider come to together, judged from the record alone. */
@RestController
class ProvidersController {

    private final Judging judging;

    ProvidersController(Judging judging) {
        this.judging = judging;
    }

    /** RFC 8785 bytes and one line feed. */
    @GetMapping(
            path = "/api/v1/providers/{provider}/exposure",
            produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] exposure(
            @PathVariable("provider") String provider,
            @RequestParam(name = "rulebook", required = false) @Nullable String rulebook,
            @RequestParam(name = "asOf", required = false) @Nullable String asOf,
            @RequestParam(name = "knownAt", required = false) @Nullable String knownAt,
            @RequestParam(name = "policy", required = false) @Nullable String policy) {
        Question question = new Question(Parameters.rulebook(rulebook), asOf, knownAt, policy);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(judging.provider(provider, question).bytes());
        out.write('\n');
        return out.toByteArray();
    }
}
