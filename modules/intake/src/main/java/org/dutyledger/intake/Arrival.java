package org.dutyledger.intake;

import org.dutyledger.contract.codec.Reading;

/** One CloudEvent at a door: where it came in and what the codec made of it. */
record Arrival(Origin origin, Reading reading) {}
