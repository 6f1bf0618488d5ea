package org.dutyledger.liability.laws;

import java.math.BigDecimal;
import java.time.Instant;
import org.dutyledger.contract.FactData.IncidentDetected;
import org.dutyledger.contract.FactData.IncidentHandled;
import org.dutyledger.contract.FactData.IncidentKind;
import org.dutyledger.contract.FactData.IncidentSized;
import org.dutyledger.contract.FactData.NoticeSent;
import org.dutyledger.contract.Money;

/** Incidents that are noticed, sized, handled and reported. */
final class IncidentFacts {

    private final Draft draft;
    private final Dice dice;

    private IncidentFacts(Draft draft) {
        this.draft = draft;
        this.dice = draft.dice;
    }

    static void add(Draft draft) {
        IncidentFacts facts = new IncidentFacts(draft);
        for (int i = draft.times(4); i > 0; i--) {
            facts.incident(draft.dice.any(draft.incidents));
        }
    }

    private void incident(String incident) {
        Instant at =
                draft.say(
                        new IncidentDetected(
                                incident,
                                dice.any(IncidentKind.values()),
                                dice.maybe(30, () -> dice.any(draft.risks)),
                                dice.maybe(
                                        30,
                                        () -> dice.percent(90) ? dice.any(draft.versions) : "vx"),
                                dice.percent(40),
                                dice.percent(30),
                                dice.maybe(60, () -> dice.any("cii", "central-organ", "other"))));
        for (int i = draft.times(3); i > 0; i--) {
            draft.say(dice.percent(20) ? at : draft.times.from(at), sized(incident));
        }
        if (dice.percent(50)) {
            draft.say(draft.times.from(at), new IncidentHandled(incident));
        }
        for (int i = draft.times(8); i > 0; i--) {
            draft.say(
                    dice.percent(80) ? draft.times.from(at) : draft.times.any(), notice(incident));
        }
    }

    private NoticeSent notice(String incident) {
        return new NoticeSent(
                "N1",
                dice.any(LawBooks.ADDRESSEES),
                incident,
                dice.maybe(70, () -> dice.any("initial", "supplement", "final", "final")));
    }

    private IncidentSized sized(String incident) {
        return new IncidentSized(
                incident,
                dice.maybe(50, () -> dice.any(0L, 999_999L, 1_000_000L, 10_000_000L, 100_000_000L)),
                dice.maybe(40, this::loss),
                dice.maybe(40, () -> dice.any(0L, 1L)),
                dice.maybe(40, () -> dice.any(0L, 2L)));
    }

    private Money loss() {
        String amount = dice.any("4999999.99", "5000000.00", "20000000.00", "100000000.00", "1.00");
        return new Money(new BigDecimal(amount), dice.percent(90) ? "CNY" : "USD");
    }
}
