package org.dutyledger.views;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.dutyledger.ledger.RecordEntry;
import org.dutyledger.ledger.SequencedRecord;
import org.dutyledger.ledger.Stretch;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gathers the stretches of one batch, reads them and writes them at once, in the transaction that
 * also stores the token: a batch is in the views with its token or not at all.
 */
@ProcessingGroup(ViewProjection.GROUP)
class ViewProjection {

    static final String GROUP = "views";
    private static final String BATCH = ViewProjection.class.getName();

    /** Where the processor leaves the id of the segment it works on. */
    private static final String SEGMENT = "Processor[" + GROUP + "]/SegmentId";

    private final SequencedRecord record;
    private final ViewWriter writer;
    private final TransactionOperations transaction;
    private final ViewMetrics metrics;
    private final ViewHealth health;

    /** Who wrote before this instance may have judged by other rulebooks. */
    private volatile boolean cleaned;

    ViewProjection(
            SequencedRecord record,
            ViewWriter writer,
            TransactionOperations transaction,
            ViewMetrics metrics,
            ViewHealth health) {
        this.record = record;
        this.writer = writer;
        this.transaction = transaction;
        this.metrics = metrics;
        this.health = health;
    }

    /** What is no longer judged goes at once, not with the next event. */
    void start() {
        transaction.executeWithoutResult(status -> writer.clean());
    }

    @EventHandler
    void on(Stretch stretch, TrackingToken token, UnitOfWork<?> unitOfWork) {
        unitOfWork
                .<List<Stretch>>getOrComputeResource(
                        BATCH, key -> begin(unitOfWork, ReplayToken.isReplay(token)))
                .add(stretch);
    }

    private List<Stretch> begin(UnitOfWork<?> unitOfWork, boolean replay) {
        List<Stretch> stretches = new ArrayList<>();
        List<RecordEntry> batch = new ArrayList<>();
        Object segment = unitOfWork.getOrDefaultResource(SEGMENT, "");
        unitOfWork.onPrepareCommit(work -> {
            // one follows the other
            long first = stretches.getFirst().first();
            if (!cleaned) {
                writer.clean();
            }
            record.read(new Stretch(first, stretches.getLast().last()), batch::add);
            writer.write(batch);
        });
        unitOfWork.onRollback(
                work -> health.failed(segment, work.getExecutionResult().getExceptionResult()));
        unitOfWork.afterCommit(work -> {
            health.succeeded(segment);
            cleaned = true;
            if (!replay) {
                metrics.written(batch);
            }
        });
        return stretches;
    }

    @ResetHandler
    void reset() {
        writer.clear();
    }
}
