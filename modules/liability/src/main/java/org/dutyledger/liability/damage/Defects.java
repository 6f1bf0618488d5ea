package org.dutyledger.liability.damage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.FactData.HarmRecorded;
import org.dutyledger.contract.FactData.RiskConfirmed;
import org.dutyledger.liability.damage.JudgedDamages.Defect;
import org.dutyledger.liability.duty.Knowledge;
import org.dutyledger.liability.history.Subject.Kind;
import org.dutyledger.liability.law.DamagesRules;
import org.dutyledger.liability.time.Interval;
import org.jspecify.annotations.Nullable;

/** Stretches of time in which a version was defective, as the record itself shows (rule 41). */
final class Defects {

    private static final String DESIGN = "design";

    private final DamagesRules rules;
    private final Evidence evidence;
    private final Knowledge knowledge;

    Defects(DamagesRules rules, Evidence evidence, Knowledge knowledge) {
        this.rules = rules;
        this.evidence = evidence;
        this.knowledge = knowledge;
    }

    /** All of them, by type, subject and start. */
    List<Defect> all(List<Duty> duties) {
        if (rules.defects().isEmpty()) {
            return List.of();
        }
        List<Defect> all = new ArrayList<>();
        for (DamagesRules.DefectSource source : rules.defects()) {
            for (Duty duty : duties) {
                if (duty.rule().equals(source.rule())) {
                    for (Duty.Breach it : duty.breaches()) {
                        all.add(
                                new Defect(
                                        source.type(),
                                        List.of(DESIGN),
                                        duty.about(),
                                        it.from(),
                                        it.to()));
                    }
                }
            }
        }
        for (String risk : evidence.ids(Kind.RISK)) {
            all.addAll(confirmed(risk));
        }
        all.sort(
                Comparator.comparing(Defect::type)
                        .thenComparing(Defect::about)
                        .thenComparing(Defect::from));
        return List.copyOf(all);
    }

    /** Whether the output that did the harm was served within one of them. */
    boolean hold(HarmRecorded harm, boolean affected) {
        Instant at = harm.outputAt();
        for (DamagesRules.DefectSource source : rules.defects()) {
            boolean found =
                    source.aboutVersion()
                            ? breached(source.rule(), harm.version(), at)
                            : affected && breached(source.rule(), risk(harm), at);
            if (found) {
                return true;
            }
        }
        return affected
                && !rules.defects().isEmpty()
                && confirmed(risk(harm)).stream()
                        .anyMatch(it -> new Interval(it.from(), it.to()).contains(at));
    }

    private static String risk(HarmRecorded harm) {
        return Objects.requireNonNull(harm.risk(), "an affected version names its risk");
    }

    private boolean breached(String rule, String about, Instant at) {
        return knowledge.breached(rule, about, at);
    }

    private List<Defect> confirmed(String risk) {
        RiskConfirmed confirmation = evidence.confirmation(risk);
        String type = confirmation == null ? null : typeOf(confirmation);
        Instant from = type == null ? null : firstAffected(risk);
        if (type == null || from == null) {
            return List.of();
        }
        List<String> also = type.equals("warning") ? List.of(DESIGN) : List.of();
        return knowledge.unremedied(risk, from).stream()
                .map(it -> new Defect(type, also, risk, it.from(), it.to()))
                .toList();
    }

    private static @Nullable String typeOf(RiskConfirmed confirmation) {
        return switch (confirmation.defect()) {
            case DESIGN -> DESIGN;
            case MANUFACTURING -> "manufacturing";
            case WARNING -> "warning";
            case UNKNOWN -> null;
            case null -> null;
        };
    }

    private @Nullable Instant firstAffected(String risk) {
        return evidence.ids(Kind.VERSION).stream()
                .filter(version -> knowledge.relevant(version) && knowledge.affected(risk, version))
                .map(knowledge::firstReleased)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
