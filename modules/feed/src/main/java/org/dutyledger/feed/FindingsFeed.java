package org.dutyledger.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.codec.FindingWriter;
import org.dutyledger.ledger.RecordEntry;
import org.dutyledger.ledger.RecordEvent.FactRecorded;
import org.dutyledger.ledger.RecordEvent.FindingRecorded;
import org.dutyledger.ledger.SequencedRecord;
import org.dutyledger.ledger.Stretch;

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

    private void add(List<FeedEntry> found, RecordEntry entry, FeedFilter filter) {
        if (!filter.mayPass(entry)) {
            return;
        }
        switch (entry.event()) {
            case FindingRecorded(var _, var finding) when filter.passes(finding) ->
                    found.add(
                            new FeedEntry(
                                    entry.sequence(),
                                    finding,
                                    writer.write(finding, entry.sequence())));
            case FindingRecorded _, FactRecorded _ -> {}
        }
    }
}
