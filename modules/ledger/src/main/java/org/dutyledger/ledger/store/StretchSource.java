package org.dutyledger.ledger.store;

import java.time.Instant;
import java.util.List;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.dutyledger.ledger.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * Tells a follower which stretch of the record is there to be read, instead of handing it every
 * event: a follower that lags is told of little, and reads much at once.
 */
public final class StretchSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    private static final int LONGEST = 5000;

    private final RecordStore record;
    private final Sequencer sequencer;

    StretchSource(RecordStore record, Sequencer sequencer) {
        this.record = record;
        this.sequencer = sequencer;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new SequencedStream(this::behind, sequencer, token);
    }

    private List<TrackedEventMessage<?>> behind(long sequence) {
        long last = Math.min(sequencer.lastSequence(), sequence + LONGEST);
        return last <= sequence ? List.of() : List.of(message(new Stretch(sequence + 1, last)));
    }

    private static TrackedEventMessage<?> message(Stretch stretch) {
        return new GenericTrackedEventMessage<>(
                new GlobalSequenceTrackingToken(stretch.last()),
                GenericEventMessage.asEventMessage(stretch));
    }

    @Override
    public TrackingToken createTailToken() {
        return record.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return record.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant time) {
        return record.createTokenAt(time);
    }
}
