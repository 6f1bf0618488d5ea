/** The way in: the main class. */
@NullMarked
package org.dutyledger.app;

import org.jspecify.annotations.NullMarked;
