package org.dutyledger.views;

import java.time.Instant;

/**
 * Where a reader stands.
 *
 * @param asOf now
 * @param sequence everything recorded up to it is in the views
 */
public record Standpoint(Instant asOf, long sequence) {}
