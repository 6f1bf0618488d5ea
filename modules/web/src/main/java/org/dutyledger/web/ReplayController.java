package org.dutyledger.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.dutyledger.contract.Finding;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.ReplayCheck;
import org.dutyledger.ledger.ReplayCheck.Difference;
import org.dutyledger.ledger.ReplayCheck.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Whether the record still says what follows from its facts. */
@RestController
class ReplayController {

    /** As many differences as an answer shows; one is enough to know. */
    private static final int SHOWN = 20;

    private final ReplayCheck replay;

    ReplayController(ReplayCheck replay) {
        this.replay = replay;
    }

    @GetMapping("/api/v1/models/{provider}/{model}/replay")
    Replayed check(@PathVariable("provider") String provider, @PathVariable("model") String model) {
        ModelId id = new ModelId(provider, model);
        Result result = replay.check(id);
        if (result.facts() == 0) {
            throw new NotFoundException("no fact of model %s is on record".formatted(id));
        }
        return Replayed.of(result);
    }

    /**
     * What a replay came to.
     *
     * @param facts replayed
     * @param findings recomputed
     * @param differences how many findings are not the same
     * @param first the first of them
     */
    record Replayed(
            String model,
            long facts,
            long findings,
            boolean agrees,
            long differences,
            List<Parted> first) {

        static Replayed of(Result result) {
            return new Replayed(
                    result.model().toString(),
                    result.facts(),
                    result.findings(),
                    result.agrees(),
                    result.differences().size(),
                    result.differences().stream().limit(SHOWN).map(Parted::of).toList());
        }
    }

    /** One place where record and replay part; absent: that side has nothing there. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Parted(long index, @Nullable Finding stored, @Nullable Finding recomputed) {

        static Parted of(Difference difference) {
            return new Parted(difference.index(), difference.stored(), difference.recomputed());
        }
    }
}
