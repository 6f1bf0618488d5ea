/** Which fact or finding would change an answer most: each is tried, none is stored. */
@NullMarked
package org.dutyledger.liability.sensitivity;

import org.jspecify.annotations.NullMarked;
