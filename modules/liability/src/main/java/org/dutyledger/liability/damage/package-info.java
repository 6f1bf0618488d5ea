/** Parties, defects, harms, damages, time bars, exposure (semantics J to L). */
@NullMarked
package org.dutyledger.liability.damage;

import org.jspecify.annotations.NullMarked;
