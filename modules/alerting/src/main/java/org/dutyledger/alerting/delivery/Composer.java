package org.dutyledger.alerting.delivery;

import java.util.List;
import org.dutyledger.alerting.alert.Alert;

/** Says what alerts look like to who is told. */
public interface Composer {

    /** The alerts as they are told, in the same order. */
    List<Told> compose(List<Alert> alerts);
}
