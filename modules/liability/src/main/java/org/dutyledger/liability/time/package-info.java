/** Half-open intervals and legal periods (semantics B). */
@NullMarked
package org.dutyledger.liability.time;

import org.jspecify.annotations.NullMarked;
