/** Duties: when they arose, fell due, were discharged or breached (semantics D to I). */
@NullMarked
package org.dutyledger.liability.duty;

import org.jspecify.annotations.NullMarked;
