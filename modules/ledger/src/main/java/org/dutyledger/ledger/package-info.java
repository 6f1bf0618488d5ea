/** The record: the dossier of each model, its event store, snapshots and deadline clock. */
@NullMarked
package org.dutyledger.ledger;

import org.jspecify.annotations.NullMarked;
