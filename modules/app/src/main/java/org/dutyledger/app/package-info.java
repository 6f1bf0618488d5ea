/** The runnable: wiring, configuration, embedded defaults and the command line. */
@NullMarked
package org.dutyledger.app;

import org.jspecify.annotations.NullMarked;
