package org.dutyledger.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event of a dossier: a fact with its source, id and record time, or a finding with what it
 * says.
 *
 * @param type the CloudEvents type
 * @param time when it happened, or became true
 * @param duty of a finding about a duty
 * @param exposure of a finding about exposure
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryEntry(
        long sequence,
        String type,
        Instant time,
        @Nullable String source,
        @Nullable String id,
        @Nullable Instant recorded,
        @Nullable DutyEntry duty,
        @Nullable ExposureEntry exposure) {}
