/** What others would use instead, brought to do the same work. */
@NullMarked
package org.dutyledger.bench.peers;

import org.jspecify.annotations.NullMarked;
