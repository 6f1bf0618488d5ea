package org.dutyledger.ledger.dossier;

import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.store.SnapshotTable;
import org.dutyledger.ledger.store.SnapshotTable.Snapshot;
import org.dutyledger.ledger.store.Snapshots;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dossiers as their snapshots hold them. One that was taken under another law, or in a form that is
 * not understood any more, is as good as none: the dossier is then built from its events.
 */
final class DossierSnapshots implements Snapshots {

    private static final Logger LOG = LoggerFactory.getLogger(DossierSnapshots.class);

    private final SnapshotTable table;
    private final DossierFactory dossiers;

    DossierSnapshots(SnapshotTable table, DossierFactory dossiers) {
        this.table = table;
        this.dossiers = dossiers;
    }

    @Override
    public Optional<DomainEventMessage<?>> latest(String model) {
        return table.latest(model, dossiers.law().fingerprint())
                .flatMap(snapshot -> read(model, snapshot));
    }

    private Optional<DomainEventMessage<?>> read(String model, Snapshot snapshot) {
        try {
            Dossier dossier = dossiers.restore(ModelId.parse(model), snapshot);
            return Optional.of(
                    new GenericDomainEventMessage<>(
                            Dossier.class.getSimpleName(), model, snapshot.number(), dossier));
        } catch (IllegalArgumentException e) {
            LOG.info("The snapshot of {} is of another form: {}", model, e.getMessage());
            return Optional.empty();
        }
    }
}
