/** The product measured beside its peers in one run. */
@NullMarked
package org.dutyledger.bench;

import org.jspecify.annotations.NullMarked;
