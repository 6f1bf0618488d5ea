package org.dutyledger.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.dutyledger.intake.FactVerdict;
import org.dutyledger.intake.RejectedFact;
import org.dutyledger.intake.RejectedFacts;
import org.dutyledger.views.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What arrived and was not recorded. */
@RestController
@RequestMapping("/api/v1/rejected")
class RejectedController {

    private final RejectedFacts rejected;

    RejectedController(RejectedFacts rejected) {
        this.rejected = rejected;
    }

    /** Newest first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Listed(List<RejectedEntry> items, @Nullable String next) {}

    @GetMapping
    Listed list(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        Paging paging = Parameters.paging(null, limit);
        RejectedFact.Page page = rejected.list(cursor(after), paging.limit());
        return new Listed(
                page.facts().stream().map(RejectedEntry::of).toList(),
                page.next() == null ? null : Long.toString(page.next()));
    }

    @GetMapping("/{id}")
    RejectedEntry show(@PathVariable("id") String id) {
        return rejected.show(number(id)).map(RejectedEntry::of).orElseThrow(() -> unknown(id));
    }

    /** Reads it again under today's schema and records it if it is valid now. */
    @PostMapping("/{id}/retry")
    RejectedEntry.Verdict retry(@PathVariable("id") String id) {
        FactVerdict verdict = rejected.retry(number(id)).orElseThrow(() -> unknown(id));
        return RejectedEntry.Verdict.of(verdict);
    }

    private static @Nullable Long cursor(@Nullable String after) {
        try {
            return after == null ? null : Long.valueOf(after);
        } catch (NumberFormatException e) {
            throw new InvalidParameterException(
                    "after", after, "the next cursor of a page of this very list");
        }
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw unknown(id);
        }
    }

    private static NotFoundException unknown(String id) {
        return new NotFoundException("no rejected fact %s, or not any more".formatted(id));
    }
}
