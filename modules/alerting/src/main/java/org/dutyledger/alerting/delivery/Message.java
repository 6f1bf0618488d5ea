package org.dutyledger.alerting.delivery;

import java.time.Instant;
import java.util.List;

/**
 * What goes to one receiver at once.
 *
 * @param type {@code org.dutyledger.alerts.v1}
 * @param id stays the same however often it is sent: who has it already may pass it over
 * @param receiver its name
 */
public record Message(String type, String id, String receiver, Instant created, List<Told> alerts) {

    static final String TYPE = "org.dutyledger.alerts.v1";
}
