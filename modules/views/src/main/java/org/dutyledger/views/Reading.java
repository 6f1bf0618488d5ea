package org.dutyledger.views;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * One thing as it stands.
 *
 * @param asOf when it was read
 * @param sequence everything recorded up to it is in this answer
 */
public record Reading<T>(Instant asOf, long sequence, @JsonUnwrapped T item) {}
