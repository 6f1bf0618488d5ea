package org.dutyledger.web;

import java.util.List;
import org.dutyledger.contract.ModelId;
import org.dutyledger.views.Deadline;
import org.dutyledger.views.Deadlines;
import org.dutyledger.views.Duties;
import org.dutyledger.views.DutyEntry;
import org.dutyledger.views.ExposureEntry;
import org.dutyledger.views.Exposures;
import org.dutyledger.views.History;
import org.dutyledger.views.HistoryEntry;
import org.dutyledger.views.ModelEntry;
import org.dutyledger.views.Models;
import org.dutyledger.views.Page;
import org.dutyledger.views.Reading;
import org.dutyledger.views.RiskEntry;
import org.dutyledger.views.Risks;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Models and what the views know of each. */
@RestController
@RequestMapping("/api/v1/models")
class ModelsController {

    private final Models models;
    private final Duties duties;
    private final Risks risks;
    private final Exposures exposures;
    private final History history;
    private final Deadlines deadlines;

    ModelsController(
            Models models,
            Duties duties,
            Risks risks,
            Exposures exposures,
            History history,
            Deadlines deadlines) {
        this.models = models;
        this.duties = duties;
        this.risks = risks;
        this.exposures = exposures;
        this.history = history;
        this.deadlines = deadlines;
    }

    @GetMapping
    Page<ModelEntry> models(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        return models.page(Parameters.paging(after, limit));
    }

    @GetMapping("/{provider}/{model}")
    Reading<ModelEntry> model(
            @PathVariable("provider") String provider, @PathVariable("model") String model) {
        ModelId id = new ModelId(provider, model);
        return models.find(id).orElseThrow(() -> unknown(id));
    }

    @GetMapping("/{provider}/{model}/duties")
    Page<DutyEntry> duties(
            @PathVariable("provider") String provider,
            @PathVariable("model") String model,
            @RequestParam(name = "status", required = false) @Nullable List<String> status,
            @RequestParam(name = "kind", required = false) @Nullable String kind,
            @RequestParam(name = "dueBefore", required = false) @Nullable String dueBefore,
            @RequestParam(name = "rulebook", required = false) @Nullable String rulebook,
            @RequestParam(name = "rule", required = false) @Nullable String rule,
            @RequestParam(name = "about", required = false) @Nullable String about,
            @RequestParam(name = "sort", required = false) @Nullable String sort,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        ModelId id = known(provider, model);
        return duties.page(
                DutiesController.filter(
                        id, rulebook, rule, about, kind, Parameters.status(status), dueBefore),
                DutiesController.order(sort),
                Parameters.paging(after, limit));
    }

    @GetMapping("/{provider}/{model}/risks")
    Page<RiskEntry> risks(
            @PathVariable("provider") String provider,
            @PathVariable("model") String model,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        return risks.page(known(provider, model), Parameters.paging(after, limit));
    }

    @GetMapping("/{provider}/{model}/exposure")
    Page<ExposureEntry> exposure(
            @PathVariable("provider") String provider,
            @PathVariable("model") String model,
            @RequestParam(name = "rulebook", required = false) @Nullable String rulebook,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        return exposures.page(
                known(provider, model),
                Parameters.rulebookId(rulebook),
                Parameters.paging(after, limit));
    }

    @GetMapping("/{provider}/{model}/history")
    Page<HistoryEntry> history(
            @PathVariable("provider") String provider,
            @PathVariable("model") String model,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        return history.page(known(provider, model), Parameters.paging(after, limit));
    }

    @GetMapping("/{provider}/{model}/incidents/{incident}/deadlines")
    Page<Deadline> deadlines(
            @PathVariable("provider") String provider,
            @PathVariable("model") String model,
            @PathVariable("incident") String incident) {
        ModelId id = known(provider, model);
        return deadlines
                .of(id, incident)
                .orElseThrow(() ->
                        new NotFoundException(
                                "model %s has no incident %s".formatted(id, incident)));
    }

    private ModelId known(String provider, String model) {
        ModelId id = new ModelId(provider, model);
        if (!models.known(id)) {
            throw unknown(id);
        }
        return id;
    }

    private static NotFoundException unknown(ModelId id) {
        return new NotFoundException("no fact of model %s is on record".formatted(id));
    }
}
