package org.dutyledger.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dutyledger.contract.Duty;
import org.jspecify.annotations.Nullable;

/**
 * A model and how it stands.
 *
 * @param facts recorded, withdrawn ones included
 * @param firstFact earliest time of a fact
 * @param lastFact latest time of a fact
 * @param lastRecorded when the last fact was recorded
 * @param lastSequence of the last event of its dossier
 * @param standings one per rulebook, by rulebook
 * @param versions in the order of release; absent in a list of models
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelEntry(
        String model,
        long facts,
        @Nullable Instant firstFact,
        @Nullable Instant lastFact,
        @Nullable Instant lastRecorded,
        long lastSequence,
        List<Standing> standings,
        @Nullable List<Version> versions) {

    ModelEntry with(List<Standing> standings, @Nullable List<Version> versions) {
        return new ModelEntry(
                model, facts, firstFact, lastFact, lastRecorded, lastSequence, standings, versions);
    }

    /**
     * How a model stands under one rulebook.
     *
     * @param duties how many stand in each status; a status with none is absent
     * @param openBreaches duties in {@code BREACH} or {@code POLICY_BREACH}
     * @param late duties with a breach in their history, open or closed
     * @param nextDue the pending duty with the nearest deadline, null: none
     * @param exposure null: none computed so far
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Standing(
            String rulebook,
            Map<Duty.Status, Long> duties,
            long openBreaches,
            long late,
            @Nullable NextDue nextDue,
            @Nullable ExposureEntry exposure) {}

    /** The pending duty whose deadline comes first. */
    public record NextDue(String rule, String about, Instant due) {}

    /** A version in or out of circulation. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Version(
            String version,
            List<String> jurisdictions,
            @Nullable Instant released,
            @Nullable Instant withdrawn) {}
}
