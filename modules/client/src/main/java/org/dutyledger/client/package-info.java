/**
 * The provider's side: emits facts and counts warnings shown, and loses nothing while Kafka is
 * away.
 */
@NullMarked
package org.dutyledger.client;

import org.jspecify.annotations.NullMarked;
