/** What crosses the border of Dutyledger: facts in, findings out, and how both are written. */
@NullMarked
package org.dutyledger.contract;

import org.jspecify.annotations.NullMarked;
