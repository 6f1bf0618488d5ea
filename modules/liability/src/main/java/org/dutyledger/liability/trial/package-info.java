/** Cases beside a rulebook: histories with answers computed by hand, held against the engine. */
@NullMarked
package org.dutyledger.liability.trial;

import org.jspecify.annotations.NullMarked;
