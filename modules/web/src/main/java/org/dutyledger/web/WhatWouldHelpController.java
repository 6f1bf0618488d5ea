package org.dutyledger.web;

import java.time.Duration;
import org.dutyledger.contract.ModelId;
import org.dutyledger.liability.sensitivity.WhatWouldHelp;
import org.dutyledger.liability.sensitivity.WhatWouldHelpWriter;
import org.dutyledger.web.Judging.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Which fact or finding would change an answer most; nothing asked here is stored. */
@RestController
class WhatWouldHelpController {

    private static final int MOST = 500;

    private final Judging judging;

    WhatWouldHelpController(Judging judging) {
        this.judging = judging;
    }

    @GetMapping(
            path = "/api/v1/models/{provider}/{model}/what-would-help",
            produces = MediaType.APPLICATION_JSON_VALUE)
    JsonNode whatWouldHelp(
            @PathVariable("provider") String provider,
            @PathVariable("model") String model,
            @RequestParam(name = "rulebook", required = false) @Nullable String rulebook,
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            @RequestParam(name = "ahead", required = false) @Nullable String ahead,
            @RequestParam(name = "limit", required = false) @Nullable String limit,
            @RequestParam(name = "asOf", required = false) @Nullable String asOf,
            @RequestParam(name = "knownAt", required = false) @Nullable String knownAt,
            @RequestParam(name = "policy", required = false) @Nullable String policy) {
        Question question = new Question(Parameters.rulebook(rulebook), asOf, knownAt, policy);
        Duration until = Parameters.ahead(ahead);
        Integer most = Parameters.number("limit", limit, MOST);
        WhatWouldHelp help =
                judging.whatWouldHelp(
                        new ModelId(provider, model),
                        question,
                        until == null ? WhatWouldHelp.AHEAD : until,
                        most == null ? WhatWouldHelp.LIMIT : most);
        return WhatWouldHelpWriter.tree(help, Parameters.language(lang));
    }
}
