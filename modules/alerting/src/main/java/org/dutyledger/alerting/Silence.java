package org.dutyledger.alerting;

import org.dutyledger.alerting.alert.Held;
import org.dutyledger.alerting.route.Match;

/** Alerts that agree with a scope are not told until its end. */
public record Silence(Match scope, Held word) {

    /** A silence with its number. */
    public record Numbered(long id, Silence silence) {}
}
