package org.dutyledger.liability.laws;

import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.PolicyReader;

/** A policy, strict enough for every statute. */
final class MadeUpPolicy {

    private MadeUpPolicy() {}

    static Policy of(Dice dice) {
        return PolicyReader.read(yaml(dice), LawBooks.ALL);
    }

    private static String yaml(Dice dice) {
        return """
        policy: acme/P1
        effective: 2026-01-01T00:00:00+08:00
        discovery: {confirmed: %s, reports: %s, within: %s}
        remediate: {S1: %s, S2: %s, S3: %s, S4: %s}
        immediate: {notifyConsumers: %s, reportAuthority: %s, act: %s, personalInformation: %s}
        remedyEffective: {recurrence: %s, window: %s, unmeasured: %s}
        warn: {topics: %s, coverage: %s, placements: %s}
        monitor: {every: %s}
        reportClock: %s
        dueSoon: %s
        repeat: %s
        %s
        """
                .formatted(
                        dice.percent(80),
                        dice.any("1", "2", "3", "4"),
                        dice.any("P1D", "P3D", "P7D"),
                        dice.any("PT12H", "PT24H"),
                        dice.any("PT24H", "PT48H", "PT72H"),
                        dice.any("PT72H", "P7D"),
                        dice.any("P10D", "P14D"),
                        dice.any("PT6H", "PT12H"),
                        dice.any("PT6H", "PT24H"),
                        dice.any("PT12H", "PT24H"),
                        dice.any("PT12H", "PT24H"),
                        dice.any("0", "0.2", "0.5", "1"),
                        dice.any("PT0S", "PT24H", "PT72H"),
                        dice.any("undecided", "effective"),
                        dice.any("[medical]", "[medical, legal]", "[medical, legal, finance]"),
                        dice.any("0.5", "0.9", "0.99", "1"),
                        dice.any(
                                "[at-output, before-use, label]",
                                "[at-output]",
                                "[at-output, in-terms]"),
                        dice.any("P1D", "P3D", "P7D"),
                        dice.any("awareness", "grading"),
                        dice.any("0.5", "0.25", "0.9"),
                        dice.any("1", "2", "3"),
                        dice.any(
                                "",
                                "incomes: {CN: {medianDisposable: {amount: \"54188.00\", currency:"
                                        + " CNY}}}"));
    }
}
