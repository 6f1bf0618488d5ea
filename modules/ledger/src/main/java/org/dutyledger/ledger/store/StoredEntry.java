package org.dutyledger.ledger.store;

import java.time.Instant;
import org.dutyledger.contract.FactKey;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.Concern;
import org.dutyledger.ledger.RecordEntry;
import org.dutyledger.ledger.RecordEvent;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code ledger.event} with its sequence.
 *
 * @param stored in today's form
 */
record StoredEntry(
        long sequence,
        long number,
        ModelId model,
        Instant recorded,
        @Nullable FactKey key,
        StoredEvent stored,
        EventReader reader)
        implements RecordEntry {

    @Override
    public String type() {
        return stored.type();
    }

    @Override
    public Instant time() {
        return Envelope.time(stored.payload());
    }

    @Override
    public @Nullable Concern concern() {
        if (key != null) {
            return null;
        }
        return type().equals(EventTypes.EXPOSURE_CHANGED)
                ? Envelope.exposure(stored.payload())
                : Envelope.duty(stored.payload());
    }

    @Override
    public RecordEvent event() {
        return reader.readCurrent(model, recorded, stored);
    }
}
