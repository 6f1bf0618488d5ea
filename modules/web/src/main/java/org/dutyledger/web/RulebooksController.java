package org.dutyledger.web;

import java.util.List;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Rulebooks;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rulebooks that answers are computed under. */
@RestController
@RequestMapping("/api/v1/rulebooks")
class RulebooksController {

    /** All of them. */
    record All(List<RulebookSummary> items) {}

    @GetMapping
    All rulebooks() {
        return new All(Rulebooks.all().stream().map(RulebookSummary::of).toList());
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    RulebookRules rulebook(@PathVariable("id") String id) {
        return RulebookRules.of(find(id));
    }

    /** As it was written; the digest in answers is of this document's data. */
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_YAML_VALUE)
    String yaml(@PathVariable("id") String id) {
        return Rulebooks.yaml(find(id).id());
    }

    private static Rulebook find(String id) {
        if (!Rulebooks.ids().contains(id)) {
            throw new NotFoundException(
                    "no rulebook %s, there are %s".formatted(id, Rulebooks.ids()));
        }
        return Rulebooks.load(id);
    }
}
