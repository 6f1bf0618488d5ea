package org.dutyledger.liability.damage;

import java.util.List;
import org.dutyledger.contract.Exposure.Scenarios;
import org.dutyledger.liability.damage.HarmVerdict.Outcomes;

/** Verdicts as short texts, so that a test reads like a table. */
final class Shown {

    private Shown() {}

    static String compensatory(HarmVerdict verdict) {
        Outcomes it = verdict.once();
        return it.low().compensatory()
                + " / "
                + it.likely().compensatory()
                + " / "
                + it.high().compensatory();
    }

    static String punitive(HarmVerdict verdict) {
        return punitive(verdict.once());
    }

    static String punitive(Outcomes it) {
        return it.low().punitive() + " / " + it.likely().punitive() + " / " + it.high().punitive();
    }

    static String scenarios(Scenarios it) {
        return it.low() + " / " + it.likely() + " / " + it.high();
    }

    static List<String> effects(HarmVerdict verdict) {
        return verdict.once().effects().stream()
                .map(it ->
                        it.question().wireName()
                                + " "
                                + it.about()
                                + " "
                                + it.against()
                                + " or "
                                + it.forClaimant())
                .toList();
    }

    static List<String> needs(JudgedDamages damages) {
        return damages.needsFinding().stream()
                .map(it -> it.question() + " " + it.about() + ": " + it.effect())
                .toList();
    }

    static List<String> states(HarmVerdict verdict) {
        return verdict.defences().stream().map(it -> it.rule() + " " + it.state()).toList();
    }
}
