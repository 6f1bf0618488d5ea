package org.dutyledger.views;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.RecordEntry;
import org.dutyledger.ledger.SequencedRecord;
import org.dutyledger.ledger.Stretch;

/** A record of entries that are written by hand. */
final class WrittenRecord implements SequencedRecord {

    private final Map<Long, RecordEntry> entries = new TreeMap<>();

    void add(RecordEntry entry) {
        entries.put(entry.sequence(), entry);
    }

    @Override
    public void read(Stretch stretch, Consumer<RecordEntry> each) {
        throw new UnsupportedOperationException("batches are handed over");
    }

    @Override
    public List<RecordEntry> at(long... sequences) {
        return Arrays.stream(sequences).mapToObj(entries::get).filter(Objects::nonNull).toList();
    }

    @Override
    public List<RecordEntry> page(ModelId model, long after, int limit) {
        throw new UnsupportedOperationException("no view is in the order of dossiers");
    }
}
