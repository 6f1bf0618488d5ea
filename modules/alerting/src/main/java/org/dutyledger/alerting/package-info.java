/** Who must know now: follows the record, keeps alerts and their history, and tells receivers. */
@NullMarked
package org.dutyledger.alerting;

import org.jspecify.annotations.NullMarked;
