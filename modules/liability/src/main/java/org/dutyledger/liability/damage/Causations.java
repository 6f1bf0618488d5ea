package org.dutyledger.liability.damage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.Activity;
import org.dutyledger.contract.FactData.HarmRecorded;
import org.dutyledger.contract.FactData.PartyDeclared;
import org.dutyledger.contract.FactData.RiskConfirmed;
import org.dutyledger.liability.damage.Consequences.Causation;
import org.dutyledger.liability.damage.Consequences.Cause;
import org.dutyledger.liability.history.Subject.Kind;
import org.jspecify.annotations.Nullable;

/** To what each harm is put down: algorithm, training data, what the user entered. */
final class Causations {

    private static final Set<Activity> ALGORITHM =
            EnumSet.of(Activity.DESIGN_PROGRAM, Activity.WRITE_ALGORITHM, Activity.FINE_TUNE);
    private static final Set<Activity> TRAINING_DATA = EnumSet.of(Activity.SUPPLY_TRAINING_DATA);

    private final Evidence evidence;
    private final HarmJudge judge;

    Causations(Evidence evidence, HarmJudge judge) {
        this.evidence = evidence;
        this.judge = judge;
    }

    /** Of the relevant harms, by harm. */
    List<Causation> all() {
        List<Causation> all = new ArrayList<>();
        for (String id : evidence.ids(Kind.HARM)) {
            HarmRecorded harm = evidence.harm(id);
            if (harm != null && judge.relevant(harm)) {
                all.add(
                        new Causation(
                                id, harm.risk(), finding(harm), causes(harm), harm.ownFault()));
            }
        }
        return List.copyOf(all);
    }

    private String finding(HarmRecorded harm) {
        return switch (evidence.answer(Question.CAUSATION, harm)) {
            case TRUE -> "found";
            case FALSE -> "refused";
            case CONTESTED -> "contested";
            case null -> "recorded";
        };
    }

    private List<Cause> causes(HarmRecorded harm) {
        RiskConfirmed confirmed = latest(harm);
        return confirmed == null
                ? List.of()
                : confirmed.cause().stream()
                        .distinct()
                        .sorted()
                        .map(it -> new Cause(it, parties(it)))
                        .toList();
    }

    private @Nullable RiskConfirmed latest(HarmRecorded harm) {
        if (harm.risk() == null) {
            return null;
        }
        for (Fact fact : evidence.openEpisode(harm.risk()).reversed()) {
            if (fact.data() instanceof RiskConfirmed it && !it.cause().isEmpty()) {
                return it;
            }
        }
        return null;
    }

    /** What the user entered is nobody's activity; own fault says what of it the user bears. */
    private List<String> parties(String cause) {
        return switch (cause) {
            case "algorithm" -> doing(ALGORITHM);
            case "training-data" -> doing(TRAINING_DATA);
            default -> List.of();
        };
    }

    private List<String> doing(Set<Activity> activities) {
        List<String> parties = new ArrayList<>();
        for (String party : evidence.ids(Kind.PARTY)) {
            PartyDeclared declared = evidence.last(PartyDeclared.class, Kind.PARTY, party);
            if (declared != null && declared.activities().stream().anyMatch(activities::contains)) {
                parties.add(party);
            }
        }
        return parties;
    }
}
