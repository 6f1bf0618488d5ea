package org.dutyledger.ledger.store;

import java.time.Instant;
import org.dutyledger.contract.FactKey;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.RecordEvent;
import org.dutyledger.ledger.RecordEvent.FactRecorded;
import org.dutyledger.ledger.RecordEvent.FindingRecorded;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code ledger.event}, before it is appended.
 *
 * @param key of a fact; null: a finding
 * @param digest of a fact; null: a finding
 */
record EventRow(
        ModelId model,
        int dossier,
        long number,
        Instant recorded,
        String type,
        @Nullable FactKey key,
        byte @Nullable [] digest,
        byte[] payload) {

    static EventRow of(RecordEvent event, long number, Batch batch) {
        Dossiers.Row row = batch.dossier(event.model());
        return switch (event) {
            case FactRecorded(var _, var fact, var bytes) ->
                    new EventRow(
                            row.model(),
                            row.dossier(),
                            number,
                            fact.recorded(),
                            EventTypes.of(fact.data()),
                            fact.key(),
                            batch.digest(fact.key()),
                            bytes);
            case FindingRecorded(var model, var finding) ->
                    new EventRow(
                            row.model(),
                            row.dossier(),
                            number,
                            batch.recorded(model),
                            EventTypes.of(finding),
                            null,
                            null,
                            FindingJson.write(finding));
        };
    }
}
