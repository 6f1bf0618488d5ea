/** Warnings shown, counted in windows by Kafka Streams on their way to the facts topic. */
@NullMarked
package org.dutyledger.intake.windows;

import org.jspecify.annotations.NullMarked;
