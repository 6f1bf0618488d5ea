package org.dutyledger.alerting;

/** What somebody asked for cannot be done with an alert. */
public final class AlertRefusedException extends RuntimeException {

    AlertRefusedException(String why) {
        super(why);
    }
}
