package org.dutyledger.liability.sensitivity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.IncidentDetected;
import org.dutyledger.contract.FactData.Measure;
import org.dutyledger.contract.FactData.MonitoringPerformed;
import org.dutyledger.contract.FactData.NoticeSent;
import org.dutyledger.contract.FactData.RemedyApplied;
import org.dutyledger.contract.FactData.RemedyReverted;
import org.dutyledger.contract.FactData.WarningPublished;
import org.dutyledger.liability.law.DutyRule;
import org.dutyledger.liability.law.DutyRule.Addressee;
import org.dutyledger.liability.law.DutyRule.IncidentNotice;
import org.dutyledger.liability.law.DutyRule.Monitor;
import org.dutyledger.liability.law.DutyRule.Remediate;
import org.dutyledger.liability.law.DutyRule.RiskNotice;
import org.dutyledger.liability.law.DutyRule.VersionNotice;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.Wording;
import org.jspecify.annotations.Nullable;

/** What would discharge a duty. */
final class Acts {

    private static final String ID = "what-if";

    private final Policy policy;
    private final List<Fact> facts;
    private final Instant at;

    Acts(Policy policy, List<Fact> facts, Instant at) {
        this.policy = policy;
        this.facts = facts;
        this.at = at;
    }

    /** The acts that the rule asks for, none if no fact can be one. */
    List<Candidate> of(DutyRule rule, Duty duty) {
        String about = duty.about();
        return switch (rule) {
            case Remediate it -> List.of(remedy(about));
            case RiskNotice it -> List.of(notice(about, List.of(it.to()), null));
            case IncidentNotice it -> {
                List<Addressee> to = it.to().get(operatorClass(about));
                yield to == null ? List.of() : List.of(notice(about, to, it.form()));
            }
            case VersionNotice it -> warning(it, about);
            case Monitor it ->
                    List.of(
                            Candidate.of(
                                    "The standing supervision run at " + at,
                                    "于%s实施长效监督".formatted(at),
                                    new MonitoringPerformed(ID, null, null, null)));
        };
    }

    /** Remedies that name the risk and are in force. */
    List<String> remediesOf(String risk) {
        TreeMap<String, Boolean> inForce = new TreeMap<>();
        for (Fact fact : facts) {
            if (fact.data() instanceof RemedyApplied it) {
                inForce.put(it.remedy(), it.risks().contains(risk));
            } else if (fact.data() instanceof RemedyReverted it) {
                inForce.put(it.remedy(), false);
            }
        }
        return inForce.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A stop is effective at once (rule 24); a repair counts like it once it is measured. */
    private Candidate remedy(String risk) {
        return Candidate.of(
                "An effective remedy of risk %s by %s".formatted(risk, at),
                "最迟于%s对风险%s采取有效补救".formatted(at, risk),
                new RemedyApplied(ID, List.of(risk), Measure.STOP_FEATURE, null, BigDecimal.ONE));
    }

    private Candidate notice(String about, List<Addressee> to, @Nullable String form) {
        List<String> addresses = to.stream().map(Addressee::address).toList();
        String named = String.join(", ", to.stream().map(Acts::named).toList());
        NoticeSent[] notices =
                addresses.stream()
                        .map(it -> new NoticeSent(ID + "-" + it, it, about, form))
                        .toArray(NoticeSent[]::new);
        return Candidate.of(
                "%s about %s to %s at %s"
                        .formatted(
                                form == null ? "A notice" : "A " + form + " notice",
                                about,
                                named,
                                at),
                "于%s就%s通知%s%s".formatted(at, about, named, form == null ? "" : "（" + form + "）"),
                notices);
    }

    private static String named(Addressee to) {
        return to.prefix() ? to.address() + "…" : to.address();
    }

    private String operatorClass(String incident) {
        for (Fact fact : facts) {
            if (fact.data() instanceof IncidentDetected it && it.incident().equals(incident)) {
                return it.operatorClass() == null ? "other" : it.operatorClass();
            }
        }
        return "other";
    }

    private List<Candidate> warning(VersionNotice rule, String version) {
        Set<String> placements =
                rule.placements() == null ? policy.warn().placements() : rule.placements();
        if (placements.isEmpty()) {
            return List.of();
        }
        String placement = Collections.min(placements);
        String locale = rule.language() == null ? "en" : rule.language();
        WarningPublished notice =
                new WarningPublished(ID, locale, null, null, null, List.of(version), placement);
        Wording says =
                new Wording(
                        "A notice %s in %s with every answer of version %s from %s"
                                .formatted(placement, locale, version, at),
                        "自%s起版本%s的每次输出均附提示（%s，%s）".formatted(at, version, placement, locale));
        return List.of(new Candidate(says, List.of(notice), rule.byTopics() ? version : null));
    }
}
