package org.dutyledger.ledger.store;

import java.time.Instant;
import java.util.List;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.Finding;
import org.dutyledger.contract.ModelId;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.contract.codec.Reading;
import org.dutyledger.ledger.RecordEvent;
import org.dutyledger.ledger.RecordEvent.FactRecorded;
import org.dutyledger.ledger.RecordEvent.FindingRecorded;
import org.dutyledger.ledger.seal.SealedFields;

/** Makes events of what is stored. */
public final class EventReader {

    private final FactReader facts = new FactReader();
    private final List<Upcaster> upcasters;

    /**
     * @param upcasters in the order in which they apply
     */
    public EventReader(List<Upcaster> upcasters) {
        this.upcasters = List.copyOf(upcasters);
    }

    /**
     * The event that a row holds.
     *
     * @throws IllegalStateException if it is of no known type or cannot be read: the record is of a
     *     later version, or damaged
     */
    public RecordEvent read(ModelId model, Instant recorded, StoredEvent stored) {
        return readCurrent(model, recorded, upcast(stored));
    }

    /** The event in today's form. */
    StoredEvent upcast(StoredEvent stored) {
        StoredEvent event = stored;
        for (Upcaster upcaster : upcasters) {
            event = upcaster.upcast(event);
        }
        return event;
    }

    /** The same as {@link #read} of an event that is in today's form already. */
    RecordEvent readCurrent(ModelId model, Instant recorded, StoredEvent event) {
        Finding finding = FindingJson.read(model, event);
        return finding == null
                ? new FactRecorded(model, fact(model, recorded, event), event.payload())
                : new FindingRecorded(model, finding);
    }

    private Fact fact(ModelId model, Instant recorded, StoredEvent event) {
        return switch (facts.read(SealedFields.blank(event.payload()))) {
            case Reading.Read(var fact, var _) ->
                    new Fact(fact.key(), model, fact.time(), recorded, fact.data());
            case Reading.Refused refused ->
                    throw new IllegalStateException(
                            "%s: a stored %s is not readable: %s"
                                    .formatted(model, event.type(), refused.reasons()));
        };
    }
}
