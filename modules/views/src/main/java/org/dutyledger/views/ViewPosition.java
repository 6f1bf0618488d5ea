package org.dutyledger.views;

import java.time.Clock;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the views have read the record. */
public class ViewPosition {

    /** The slowest segment's stored token; a token that is being replayed counts where it is. */
    private static final String STORED =
            """
            SELECT coalesce(min(coalesce(
                (t.token -> 'currentToken' ->> 'globalIndex')::bigint,
                (t.token ->> 'globalIndex')::bigint, 0)), 0)
            FROM (SELECT convert_from(token, 'UTF8')::jsonb AS token
                  FROM ledger.token WHERE processor_name = ?) t
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Supplier<@Nullable StreamingEventProcessor> processor;

    ViewPosition(
            JdbcClient jdbc, Clock clock, Supplier<@Nullable StreamingEventProcessor> processor) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.processor = processor;
    }

    /** Everything recorded up to this sequence is in the views. */
    public long sequence() {
        Long here = here();
        return here != null
                ? here
                : jdbc.sql(STORED).param(ViewProjection.GROUP).query(Long.class).single();
    }

    /** Now, and how far the views are at least. Ask before reading rows, never after. */
    public Standpoint standpoint() {
        return new Standpoint(clock.instant(), sequence());
    }

    /** Of this instance, if it alone works on the views: exact, and without a query. */
    private @Nullable Long here() {
        StreamingEventProcessor own = processor.get();
        if (own == null || !own.isRunning()) {
            return null;
        }
        var segments = own.processingStatus().values();
        int share = segments.stream().mapToInt(ViewPosition::share).sum();
        if (share != WHOLE || segments.isEmpty()) {
            return null;
        }
        return segments.stream()
                .mapToLong(segment -> segment.getCurrentPosition().orElse(0))
                .min()
                .orElseThrow();
    }

    private static final int WHOLE = 1 << 16;

    /** The part of the stream a segment takes, in parts of {@link #WHOLE}. */
    private static int share(EventTrackerStatus status) {
        return WHOLE / (status.getSegment().getMask() + 1);
    }
}
