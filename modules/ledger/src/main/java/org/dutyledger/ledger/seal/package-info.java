/** Personal fields, sealed before they are stored. */
@NullMarked
package org.dutyledger.ledger.seal;

import org.jspecify.annotations.NullMarked;
