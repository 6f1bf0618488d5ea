/** Telling receivers: an outbox of messages, and the channels that they go by. */
@NullMarked
package org.dutyledger.alerting.delivery;

import org.jspecify.annotations.NullMarked;
