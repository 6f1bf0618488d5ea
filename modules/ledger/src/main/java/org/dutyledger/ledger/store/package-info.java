/** The tables of the record: appending, reading, the one public order. */
@NullMarked
package org.dutyledger.ledger.store;

import org.jspecify.annotations.NullMarked;
