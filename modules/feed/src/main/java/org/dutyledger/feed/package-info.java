/** What the provider's own systems follow: findings in the one order of the record. */
@NullMarked
package org.dutyledger.feed;

import org.jspecify.annotations.NullMarked;
