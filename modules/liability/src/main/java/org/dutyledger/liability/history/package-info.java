/** The facts of one model, filed by what they are about. */
@NullMarked
package org.dutyledger.liability.history;

import org.jspecify.annotations.NullMarked;
