/** The application as a whole: the root under which every module's components are found. */
@NullMarked
package org.dutyledger;

import org.jspecify.annotations.NullMarked;
