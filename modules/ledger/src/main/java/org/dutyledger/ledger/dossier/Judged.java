package org.dutyledger.ledger.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a dossier stands after a command.
 *
 * @param lastNumber of its last event
 * @param nextWake when its next deadline passes; null: it waits for nothing
 * @param keepsake to be kept; null: none now
 */
record Judged(long lastNumber, @Nullable Instant nextWake, @Nullable Keepsake keepsake) {}
