package org.dutyledger.views;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.dutyledger.ledger.RecordEvent;

/**
 * Gathers the events of one batch and writes them at once, in the transaction that also stores the
 * token: a batch is in the views with its token or not at all.
 */
@ProcessingGroup(ViewProjection.GROUP)
class ViewProjection {

    static final String GROUP = "views";
    private static final String BATCH = ViewProjection.class.getName();

    /** Where the processor leaves the id of the segment it works on. */
    private static final String SEGMENT = "Processor[" + GROUP + "]/SegmentId";

    private final ViewWriter writer;
    private final ViewMetrics metrics;
    private final ViewHealth health;

    ViewProjection(ViewWriter writer, ViewMetrics metrics, ViewHealth health) {
        this.writer = writer;
        this.metrics = metrics;
        this.health = health;
    }

    @EventHandler
    void on(RecordEvent event, TrackingToken token, UnitOfWork<?> unitOfWork) {
        List<Sequenced> batch =
                unitOfWork.getOrComputeResource(
                        BATCH, key -> begin(unitOfWork, ReplayToken.isReplay(token)));
        batch.add(new Sequenced(token.position().orElseThrow(), event));
    }

    private List<Sequenced> begin(UnitOfWork<?> unitOfWork, boolean replay) {
        List<Sequenced> batch = new ArrayList<>();
        Object segment = unitOfWork.getOrDefaultResource(SEGMENT, "");
        unitOfWork.onPrepareCommit(work -> writer.write(batch));
        unitOfWork.onRollback(
                work -> health.failed(segment, work.getExecutionResult().getExceptionResult()));
        unitOfWork.afterCommit(work -> {
            health.succeeded(segment);
            if (!replay) {
                metrics.written(batch);
            }
        });
        return batch;
    }

    @ResetHandler
    void reset() {
        writer.clear();
    }
}
