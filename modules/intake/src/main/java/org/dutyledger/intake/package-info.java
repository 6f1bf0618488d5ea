/** What arrives: facts from Kafka, HTTP and files, and those that could not be accepted. */
@NullMarked
package org.dutyledger.intake;

import org.jspecify.annotations.NullMarked;
