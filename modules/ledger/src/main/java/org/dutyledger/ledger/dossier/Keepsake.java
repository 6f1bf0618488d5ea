package org.dutyledger.ledger.dossier;

import org.dutyledger.ledger.store.SnapshotTable.Snapshot;
import org.dutyledger.liability.DossierState.Parts;

/**
 * A snapshot with what was put away for it.
 *
 * @param isFirst whether parts kept earlier do not belong to it: its dossier was built from events
 */
record Keepsake(Snapshot snapshot, Parts parts, boolean isFirst) {}
