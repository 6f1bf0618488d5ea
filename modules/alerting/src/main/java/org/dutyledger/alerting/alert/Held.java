package org.dutyledger.alerting.alert;

import java.time.Instant;

/** Somebody's word that an alert may wait, with its end: no word holds for ever. */
public record Held(String by, String reason, Instant until) {}
