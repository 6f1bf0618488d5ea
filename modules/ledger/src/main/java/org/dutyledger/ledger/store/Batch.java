package org.dutyledger.ledger.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.dutyledger.contract.FactKey;
import org.dutyledger.contract.ModelId;
import org.jspecify.annotations.Nullable;

/** What the unit of work around a recording transaction knows of the dossiers it has locked. */
public final class Batch {

    private static final String KEY = Batch.class.getName();

    private final Map<ModelId, Dossiers.Row> dossiers;
    private final Map<ModelId, Instant> recorded = new HashMap<>();
    private final Map<FactKey, byte[]> digests;

    private Batch(Map<ModelId, Dossiers.Row> dossiers, Map<FactKey, byte[]> digests) {
        this.dossiers = dossiers;
        this.digests = digests;
    }

    /**
     * Attaches a batch to a root unit of work.
     *
     * @param dossiers the rows that its transaction has locked
     * @param digests of the facts it may append
     */
    public static Batch begin(
            UnitOfWork<?> root, Map<ModelId, Dossiers.Row> dossiers, Map<FactKey, byte[]> digests) {
        var batch = new Batch(dossiers, digests);
        root.resources().put(KEY, batch);
        return batch;
    }

    /**
     * The number of a model's last event, by the row that this thread's unit of work has locked;
     * null: it has locked none.
     */
    public static @Nullable Long lastNumberOf(String model) {
        Batch batch =
                CurrentUnitOfWork.map(unit -> (Batch) unit.root().getResource(KEY)).orElse(null);
        Dossiers.Row row = batch == null ? null : batch.dossiers.get(ModelId.parse(model));
        return row == null ? null : row.lastNumber();
    }

    static Batch of(UnitOfWork<?> root) {
        Batch batch = root.getResource(KEY);
        if (batch == null) {
            throw new IllegalStateException("events are appended by a recording batch alone");
        }
        return batch;
    }

    /** Fixes the record time of everything that the batch appends to a dossier. */
    public void recordAt(ModelId model, Instant time) {
        recorded.put(model, time);
    }

    Dossiers.Row dossier(ModelId model) {
        return known(dossiers.get(model), model);
    }

    Instant recorded(ModelId model) {
        return known(recorded.get(model), model);
    }

    byte[] digest(FactKey key) {
        return known(digests.get(key), key);
    }

    private static <T> T known(@Nullable T value, Object of) {
        if (value == null) {
            throw new IllegalStateException("not part of this batch: " + of);
        }
        return value;
    }
}
