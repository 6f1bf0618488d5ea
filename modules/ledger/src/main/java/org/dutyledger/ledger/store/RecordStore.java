package org.dutyledger.ledger.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import org.axonframework.common.Registration;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.dutyledger.ledger.RecordEvent;
import org.jspecify.annotations.Nullable;

/**
 * The record as Axon's event store. Everything that the commands of one root unit of work publish
 * is appended at once when it commits; streams follow the public sequence, never the table's own
 * keys.
 */
public final class RecordStore implements EventStore {

    private static final String STAGED = RecordStore.class.getName();

    private final EventTable table;
    private final EventQueries queries;
    private final Snapshots snapshots;
    private final Sequencer sequencer;
    private final Set<Consumer<List<? extends EventMessage<?>>>> subscribers =
            new CopyOnWriteArraySet<>();

    RecordStore(EventTable table, EventQueries queries, Snapshots snapshots, Sequencer sequencer) {
        this.table = table;
        this.queries = queries;
        this.snapshots = snapshots;
        this.sequencer = sequencer;
    }

    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        root.<List<EventMessage<?>>>getOrComputeResource(STAGED, _ -> stage(root)).addAll(events);
    }

    private List<EventMessage<?>> stage(UnitOfWork<?> root) {
        List<EventMessage<?>> staged = new ArrayList<>();
        root.onPrepareCommit(_ -> append(Batch.of(root), staged));
        root.afterCommit(_ -> sequencer.wake());
        return staged;
    }

    private void append(Batch batch, List<EventMessage<?>> staged) {
        List<EventRow> rows = new ArrayList<>(staged.size());
        for (EventMessage<?> message : staged) {
            var event = (DomainEventMessage<?>) message;
            rows.add(
                    EventRow.of(
                            (RecordEvent) event.getPayload(), event.getSequenceNumber(), batch));
        }
        table.append(rows);
        subscribers.forEach(subscriber -> subscriber.accept(staged));
    }

    @Override
    public DomainEventStream readEvents(String model) {
        Optional<DomainEventMessage<?>> snapshot = snapshots.latest(model);
        return snapshot.map(found ->
                        DomainEventStream.concat(
                                DomainEventStream.of(found),
                                queries.dossier(model, found.getSequenceNumber() + 1)))
                .orElseGet(() -> queries.dossier(model, 0));
    }

    @Override
    public DomainEventStream readEvents(String model, long firstNumber) {
        return queries.dossier(model, firstNumber);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String model) {
        return queries.lastNumber(model);
    }

    /** A dossier's snapshot is written with the batch that it belongs to. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("snapshots are written with their batch");
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new SequencedStream(queries::after, sequencer, token);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(queries.lastSequence());
    }

    @Override
    public TrackingToken createTokenAt(Instant time) {
        return new GlobalSequenceTrackingToken(queries.lastSequenceBefore(time));
    }

    @Override
    public Registration subscribe(Consumer<List<? extends EventMessage<?>>> subscriber) {
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }

    /** Nothing rewrites an event on its way into the record. */
    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super EventMessage<?>> interceptor) {
        throw new UnsupportedOperationException("events are recorded as they were published");
    }
}
