/** The law as pure functions: rulebook, policy, duties, timelines, damages, exposure. */
@NullMarked
package org.dutyledger.liability;

import org.jspecify.annotations.NullMarked;
