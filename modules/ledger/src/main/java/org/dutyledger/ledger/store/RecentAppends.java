package org.dutyledger.ledger.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What this instance appended last, bounded by its bytes: a follower that keeps pace reads it from
 * here and not from the table. An append that rolls back stays until others push it out; it never
 * gets a sequence, so nobody asks for it.
 */
final class RecentAppends {

    private static final long MOST_BYTES = 32L * 1024 * 1024;

    private final Map<Long, List<EventRow>> appends = new LinkedHashMap<>();
    private long bytes;

    synchronized void add(long append, List<EventRow> events) {
        appends.put(append, events);
        bytes += size(events);
        var oldest = appends.values().iterator();
        while (bytes > MOST_BYTES && oldest.hasNext()) {
            bytes -= size(oldest.next());
            oldest.remove();
        }
    }

    /** The events of an append, in their places; null: not, or no longer, at hand. */
    synchronized @Nullable List<EventRow> of(long append) {
        return appends.get(append);
    }

    private static long size(List<EventRow> events) {
        return events.stream().mapToLong(event -> event.payload().length).sum();
    }
}
