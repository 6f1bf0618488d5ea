/** Alerts as pure values: what gives cause to one, and how it lives. */
@NullMarked
package org.dutyledger.alerting.alert;

import org.jspecify.annotations.NullMarked;
