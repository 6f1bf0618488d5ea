package org.dutyledger.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.Finding;
import org.dutyledger.contract.codec.FindingWriter;
import org.dutyledger.ledger.RecordEntry;
import org.dutyledger.ledger.RecordEvent.FactRecorded;
import org.dutyledger.ledger.RecordEvent.FindingRecorded;
import org.dutyledger.ledger.SequencedRecord;
import org.dutyledger.ledger.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * The findings of the record behind a cursor. The cursor is a sequence: contiguous over facts and
 * findings, the same for every reader, and everything from 1 on is kept for ever.
 */
public class FindingsFeed {

    /** Sequences that are read at once. */
    private static final int STRETCH = 2_000;

    /** Sequences that one answer looks at: a narrow filter must not hold a reader for minutes. */
    private static final int MOST_LOOKED_AT = 100_000;

    private final SequencedRecord record;
    private final Arrivals arrivals;
    private final FindingWriter writer;

    FindingsFeed(SequencedRecord record, Arrivals arrivals, FindingWriter writer) {
        this.record = record;
        this.arrivals = arrivals;
        this.writer = writer;
    }

    /** The last sequence of the record. */
    public long last() {
        return arrivals.lookForLast();
    }

    /** False: the service stops, and what waits or streams comes to an end. */
    public boolean isOpen() {
        return arrivals.isOpen();
    }

    /** Returns when the record has gone beyond a sequence, or after a time. */
    public void await(long sequence, Duration atMost) throws InterruptedException {
        arrivals.await(sequence, atMost);
    }

    /**
     * What stands behind a sequence now; never waits.
     *
     * @param after everything up to here was seen
     * @param limit most entries
     */
    public FeedPage read(long after, int limit, FeedFilter filter) {
        List<FeedEntry> found = new ArrayList<>();
        long last = arrivals.last();
        long until = Math.min(last, after + MOST_LOOKED_AT);
        long reached = after;
        while (reached < until && found.size() < limit) {
            long end = Math.min(until, reached + Math.clamp(2L * limit, 100, STRETCH));
            record.read(
                    new Stretch(reached + 1, end),
                    entry -> {
                        if (found.size() < limit) {
                            add(found, entry, filter);
                        }
                    });
            reached = found.size() < limit ? end : found.getLast().sequence();
        }
        return new FeedPage(found, reached, last);
    }

    /**
     * What stands at a sequence. Reads the record from its beginning.
     *
     * @param at at most the last sequence
     * @param filter its types and statuses are asked of what stands, the rest of every finding
     */
    public FeedSnapshot snapshot(long at, FeedFilter filter) {
        var standing = new Standing();
        FeedFilter subject = filter.subject();
        for (long first = 1; first <= at; first += STRETCH) {
            record.read(
                    new Stretch(first, Math.min(at, first + STRETCH - 1)),
                    entry -> {
                        Finding finding = finding(entry, subject);
                        if (finding != null) {
                            standing.add(entry.sequence(), finding);
                        }
                    });
        }
        List<FeedEntry> entries = new ArrayList<>();
        standing.each((sequence, finding) -> {
            if (filter.passesWhole(finding)) {
                entries.add(new FeedEntry(sequence, finding, writer.write(finding, sequence)));
            }
        });
        return new FeedSnapshot(at, entries);
    }

    private void add(List<FeedEntry> found, RecordEntry entry, FeedFilter filter) {
        Finding finding = finding(entry, filter);
        if (finding != null) {
            long sequence = entry.sequence();
            found.add(new FeedEntry(sequence, finding, writer.write(finding, sequence)));
        }
    }

    /** Null: it is no finding, or does not pass. */
    private static @Nullable Finding finding(RecordEntry entry, FeedFilter filter) {
        if (!filter.mayPass(entry)) {
            return null;
        }
        return switch (entry.event()) {
            case FindingRecorded(var _, var finding) -> filter.passes(finding) ? finding : null;
            case FactRecorded _ -> null;
        };
    }
}
