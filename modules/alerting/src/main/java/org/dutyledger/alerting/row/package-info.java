/** How the tables of alerts keep values. */
@NullMarked
package org.dutyledger.alerting.row;

import org.jspecify.annotations.NullMarked;
