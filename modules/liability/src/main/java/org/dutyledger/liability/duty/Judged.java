package org.dutyledger.liability.duty;

import java.time.Instant;
import org.dutyledger.contract.Duty;
import org.jspecify.annotations.Nullable;

/**
 * A duty as of one instant.
 *
 * @param next the earliest later instant at which the verdict can change without a new fact, null:
 *     none
 */
record Judged(Duty duty, @Nullable Instant next) {}
