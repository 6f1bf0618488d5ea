package org.dutyledger.liability.duty;

import java.time.Instant;
import org.dutyledger.contract.Duty;
import org.jspecify.annotations.Nullable;

/**
 * A verdict that is held, as it is written down too.
 *
 * @param asOf the instant it was judged at
 * @param told whether a finding ever told of this duty
 * @param soonFor the deadline of which was told that it comes soon, null: of none
 * @param wake when it must be judged again without a fact, null: never
 */
public record Held(
        Duty duty, Instant asOf, boolean told, @Nullable Instant soonFor, @Nullable Instant wake) {}
