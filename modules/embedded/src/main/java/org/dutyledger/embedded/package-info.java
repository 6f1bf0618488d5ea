/** The real servers inside this process: PostgreSQL and Kafka, with data that stays. */
@NullMarked
package org.dutyledger.embedded;

import org.jspecify.annotations.NullMarked;
