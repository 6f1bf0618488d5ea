/** Rulebook and policy as data: their records, reading, checking and digests. */
@NullMarked
package org.dutyledger.liability.law;

import org.jspecify.annotations.NullMarked;
