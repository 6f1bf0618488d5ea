package org.dutyledger.views;

import java.time.Instant;
import java.util.List;
import org.dutyledger.contract.Finding.DutyChanged;
import org.dutyledger.contract.Finding.ExposureChanged;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.RecordEntry;
import org.dutyledger.ledger.RecordEvent.FindingRecorded;
import org.dutyledger.ledger.SequencedRecord;

/**
 * Asking what a dossier took in and what it concluded, in the one order. From the record itself.
 */
public class History {

    private static final String LIST = "history";

    private final SequencedRecord record;
    private final ViewPosition position;

    History(SequencedRecord record, ViewPosition position) {
        this.record = record;
        this.position = position;
    }

    /**
     * A page of events, oldest first.
     *
     * @throws UnknownCursorException if {@code paging.after} is not a cursor of this list
     */
    public Page<HistoryEntry> page(ModelId model, Paging paging) {
        Standpoint at = position.standpoint();
        List<RecordEntry> rows = record.page(model, after(paging), paging.limit() + 1);
        return Page.of(at, rows, paging.limit(), LIST, row -> List.of(Long.toString(row.number())))
                .map(row -> entry(row, at.asOf()));
    }

    private static long after(Paging paging) {
        if (paging.after() == null) {
            return -1;
        }
        String number = Cursor.read(paging.after(), LIST, 1).getFirst();
        try {
            return Long.parseLong(number);
        } catch (NumberFormatException e) {
            throw new UnknownCursorException(paging.after(), e);
        }
    }

    private static HistoryEntry entry(RecordEntry row, Instant asOf) {
        var key = row.key();
        if (key != null) {
            return new HistoryEntry(
                    row.sequence(),
                    row.type(),
                    row.time(),
                    key.source(),
                    key.id(),
                    row.recorded(),
                    null,
                    null);
        }
        long sequence = row.sequence();
        DutyEntry duty = null;
        ExposureEntry exposure = null;
        switch (((FindingRecorded) row.event()).finding()) {
            case DutyChanged changed -> duty = DutyEntry.of(sequence, changed, asOf);
            case ExposureChanged changed -> exposure = ExposureEntry.of(sequence, changed);
        }
        return new HistoryEntry(sequence, row.type(), row.time(), null, null, null, duty, exposure);
    }
}
