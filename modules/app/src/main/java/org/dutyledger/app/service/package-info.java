/** The wiring of the service: configuration, data directory, embedded or outside servers. */
@NullMarked
package org.dutyledger.app.service;

import org.jspecify.annotations.NullMarked;
