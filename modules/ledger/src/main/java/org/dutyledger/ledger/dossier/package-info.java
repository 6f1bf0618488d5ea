/** The dossier of a model as an aggregate: its commands, its state, its snapshots. */
@NullMarked
package org.dutyledger.ledger.dossier;

import org.jspecify.annotations.NullMarked;
