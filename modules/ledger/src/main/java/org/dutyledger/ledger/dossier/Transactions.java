package org.dutyledger.ledger.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.dutyledger.contract.FactKey;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.store.Batch;
import org.dutyledger.ledger.store.Dossiers;
import org.dutyledger.ledger.store.SnapshotTable;
import org.jspecify.annotations.Nullable;

/**
 * One root unit of work with one database transaction around all commands of a batch. Their units
 * of work nest in it, so that everything they publish is appended at once, or nothing is.
 */
final class Transactions {

    private final TransactionManager transactions;
    private final CommandBus commands;
    private final Dossiers dossiers;
    private final SnapshotTable snapshots;
    private final String law;

    /**
     * @param law fingerprint of the law that snapshots are taken under
     */
    Transactions(
            TransactionManager transactions,
            CommandBus commands,
            Dossiers dossiers,
            SnapshotTable snapshots,
            String law) {
        this.transactions = transactions;
        this.commands = commands;
        this.dossiers = dossiers;
        this.snapshots = snapshots;
        this.law = law;
    }

    /**
     * Locks the dossiers, then does the work, then appends and commits.
     *
     * @param before runs first, inside the transaction
     * @param digests of the facts that the work may record
     */
    <T> T call(
            Runnable before,
            SortedSet<ModelId> models,
            Map<FactKey, byte[]> digests,
            Function<Open, T> work) {
        return call(
                root -> {
                    before.run();
                    return new Open(root, dossiers.lock(models), digests);
                },
                work);
    }

    /** The same for dossiers whose deadline has passed. */
    <T> T callDue(Instant now, int limit, Set<ModelId> except, Function<Open, T> work) {
        return call(root -> new Open(root, dossiers.lockDue(now, limit, except), Map.of()), work);
    }

    private <T> T call(Function<UnitOfWork<?>, Open> lock, Function<Open, T> work) {
        UnitOfWork<?> root = DefaultUnitOfWork.startAndGet(GenericMessage.asMessage("batch"));
        try {
            root.attachTransaction(transactions);
            Open open = lock.apply(root);
            T result = work.apply(open);
            open.finish();
            root.commit();
            return result;
        } catch (RuntimeException | Error e) {
            if (root.isActive()) {
                root.rollback(e);
            }
            throw e;
        }
    }

    /** A transaction with its locked dossiers. */
    final class Open {

        private final Map<ModelId, Dossiers.Row> rows;
        private final Batch batch;
        private final List<Dossiers.Row> changed = new ArrayList<>();

        private Open(
                UnitOfWork<?> root, Map<ModelId, Dossiers.Row> rows, Map<FactKey, byte[]> digests) {
            this.rows = rows;
            this.batch = Batch.begin(root, rows, digests);
        }

        Iterable<ModelId> models() {
            return rows.keySet();
        }

        Dossiers.Row row(ModelId model) {
            return Objects.requireNonNull(rows.get(model));
        }

        /** Sends a command to a dossier, at the record time of everything it then says. */
        void send(RecordFacts command, ModelId model, Instant now) {
            stands(row(model), now, now, dispatch(command, model, now));
        }

        /** Tells a dossier the time. */
        void send(AdvanceClock command, ModelId model, Instant now) {
            stands(row(model), row(model).recorded(), now, dispatch(command, model, now));
        }

        /** The earliest deadline of the dossiers that commands went to; null: there is none. */
        @Nullable Instant nextWake() {
            Instant earliest = null;
            for (Dossiers.Row row : changed) {
                Instant wake = row.nextWake();
                if (wake != null && (earliest == null || wake.isBefore(earliest))) {
                    earliest = wake;
                }
            }
            return earliest;
        }

        private Judged dispatch(Object command, ModelId model, Instant now) {
            batch.recordAt(model, now);
            var reply = new FutureCallback<Object, Judged>();
            commands.dispatch(GenericCommandMessage.asCommandMessage(command), reply);
            // Handled on this thread: the answer is there.
            var result = reply.join();
            if (result.isExceptional()) {
                throw unchecked(result.exceptionResult());
            }
            return result.getPayload();
        }

        private static RuntimeException unchecked(Throwable thrown) {
            return thrown instanceof RuntimeException unchecked
                    ? unchecked
                    : new IllegalStateException(thrown);
        }

        private void stands(
                Dossiers.Row row, @Nullable Instant recorded, Instant judged, Judged after) {
            changed.add(
                    new Dossiers.Row(
                            row.dossier(),
                            row.model(),
                            after.lastNumber(),
                            recorded,
                            judged,
                            after.nextWake()));
            Keepsake kept = after.keepsake();
            if (kept != null) {
                snapshots.save(row.dossier(), law, kept.snapshot(), kept.parts(), kept.isFirst());
            }
        }

        private void finish() {
            if (!changed.isEmpty()) {
                dossiers.update(changed);
            }
        }
    }
}
