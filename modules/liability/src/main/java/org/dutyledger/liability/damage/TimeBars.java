package org.dutyledger.liability.damage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.FactData.HarmRecorded;
import org.dutyledger.liability.damage.JudgedDamages.TimeBar;
import org.dutyledger.liability.duty.Knowledge;
import org.dutyledger.liability.law.DamagesRules;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.time.Periods;
import org.jspecify.annotations.Nullable;

/** Until when a harm may be claimed, and whether it still may be (rule 51). */
final class TimeBars {

    static final String OPEN = "open";
    private static final String BARRED = "barred";
    private static final String CLAIMED = "claimed";

    private final Rulebook rulebook;
    private final Evidence evidence;
    private final Knowledge knowledge;
    private final Instant asOf;

    TimeBars(Rulebook rulebook, Evidence evidence, Knowledge knowledge, Instant asOf) {
        this.rulebook = rulebook;
        this.evidence = evidence;
        this.knowledge = knowledge;
        this.asOf = asOf;
    }

    /**
     * The bars of a harm.
     *
     * @param extinguished whether one that ends the claim has passed
     * @param limited whether one that must be raised has passed
     */
    record Bars(List<TimeBar> list, boolean extinguished, boolean limited) {}

    Bars of(HarmRecorded harm) {
        Instant claimed = evidence.claimedAt(harm.harm());
        List<TimeBar> list = new ArrayList<>();
        boolean extinguished = false;
        boolean limited = false;
        for (DamagesRules.TimeBar rule : rulebook.damages().timeBars()) {
            Instant ends = ends(rule, harm);
            if (ends == null) {
                continue;
            }
            String state = state(ends, claimed);
            list.add(new TimeBar(rule.rule(), harm.harm(), ends, state));
            boolean barred = state.equals(BARRED);
            extinguished |= barred && rule.extinguishes();
            limited |= barred && !rule.extinguishes();
        }
        return new Bars(list, extinguished, limited);
    }

    private String state(Instant ends, @Nullable Instant claimed) {
        if (claimed != null && claimed.isBefore(ends)) {
            return CLAIMED;
        }
        return asOf.isBefore(ends) ? OPEN : BARRED;
    }

    private @Nullable Instant ends(DamagesRules.TimeBar rule, HarmRecorded harm) {
        Instant start = start(rule.from(), harm);
        if (start == null) {
            return null;
        }
        Instant ends = Periods.endOfYears(start, rule.years(), rulebook.zone());
        Integer latentYears = rule.latentYears();
        boolean latent = Valuation.hasPersonalItem(harm) && !harm.harmAt().isBefore(ends);
        return latentYears != null && latent
                ? Periods.endOfYears(start, latentYears, rulebook.zone())
                : ends;
    }

    private @Nullable Instant start(DamagesRules.TimeBar.From from, HarmRecorded harm) {
        return switch (from) {
            case HARM -> harm.harmAt();
            case RELEASE -> knowledge.firstReleased(harm.version());
            case PLACING -> {
                Placing placing = Placing.of(harm.version(), evidence, knowledge);
                yield placing == null ? null : placing.presumed();
            }
        };
    }
}
