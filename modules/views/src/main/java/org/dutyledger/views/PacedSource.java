package org.dutyledger.views;

import java.time.Duration;
import java.time.Instant;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * Stretches of the record, not told faster than they are worth it: a follower that is told of many
 * events at once writes a row that they all change once.
 */
public final class PacedSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final StreamableMessageSource<TrackedEventMessage<?>> source;
    private final Duration pace;

    /**
     * @param pace the longest pause, after a long stretch; after a short one it is short
     */
    public PacedSource(StreamableMessageSource<TrackedEventMessage<?>> source, Duration pace) {
        this.source = source;
        this.pace = pace;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new PacedStream(source.openStream(token), pace);
    }

    @Override
    public TrackingToken createTailToken() {
        return source.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return source.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant time) {
        return source.createTokenAt(time);
    }
}
