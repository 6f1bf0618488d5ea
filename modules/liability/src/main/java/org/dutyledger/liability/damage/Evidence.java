package org.dutyledger.liability.damage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData;
import org.dutyledger.contract.FactData.Answer;
import org.dutyledger.contract.FactData.FindingMade;
import org.dutyledger.contract.FactData.HarmRecorded;
import org.dutyledger.contract.FactData.IncidentDetected;
import org.dutyledger.contract.FactData.IncidentKind;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.contract.FactData.RiskConfirmed;
import org.dutyledger.contract.FactData.RiskDismissed;
import org.dutyledger.liability.history.History;
import org.dutyledger.liability.history.Link;
import org.dutyledger.liability.history.Sheet;
import org.dutyledger.liability.history.Subject.Kind;
import org.jspecify.annotations.Nullable;

/** What the history says as of one instant, by the questions that damages ask. */
final class Evidence {

    private final History history;
    private final Instant asOf;

    Evidence(History history, Instant asOf) {
        this.history = history;
        this.asOf = asOf;
    }

    Instant asOf() {
        return asOf;
    }

    SortedSet<String> ids(Kind kind) {
        return history.ids(kind);
    }

    /** The facts about a subject, in fact order. */
    List<Fact> about(Kind kind, String id) {
        Sheet sheet = history.sheet(kind, id);
        return sheet.upTo(asOf);
    }

    /** The harm as recorded last (rule 43), null: not yet. */
    @Nullable HarmRecorded harm(String harm) {
        return last(HarmRecorded.class, Kind.HARM, harm);
    }

    /** The release that gives the version its attributes (rule 14), null: never. */
    @Nullable ModelReleased release(String version) {
        for (Fact fact : about(Kind.VERSION, version)) {
            if (fact.data() instanceof ModelReleased release) {
                return release;
            }
        }
        return null;
    }

    /** What the incident was detected as, null: it was not. */
    @Nullable IncidentKind incidentKind(String incident) {
        for (Fact fact : about(Kind.INCIDENT, incident)) {
            if (fact.data() instanceof IncidentDetected detected) {
                return detected.kind();
            }
        }
        return null;
    }

    /** The latest finding with that question about that id, null: none. */
    @Nullable FindingMade finding(Question question, String about) {
        for (Fact fact : about(Kind.FINDINGS, about).reversed()) {
            if (fact.data() instanceof FindingMade finding
                    && finding.question().equals(question.wireName())) {
                return finding;
            }
        }
        return null;
    }

    /** The finding for a harm: about it, else its risk, else its version (rule 42). */
    @Nullable FindingMade finding(Question question, HarmRecorded harm) {
        FindingMade found = finding(question, harm.harm());
        if (found == null && harm.risk() != null) {
            found = finding(question, harm.risk());
        }
        return found != null ? found : finding(question, harm.version());
    }

    /** The answer of that finding, null: none. */
    @Nullable Answer answer(Question question, HarmRecorded harm) {
        FindingMade finding = finding(question, harm);
        return finding == null ? null : finding.answer();
    }

    /** Whether a version is a substantial modification, null: undecided (rule 40). */
    @Nullable Boolean substantialModification(String version) {
        FindingMade finding = finding(Question.SUBSTANTIAL_MODIFICATION, version);
        if (finding != null) {
            return switch (finding.answer()) {
                case TRUE -> true;
                case FALSE -> false;
                case CONTESTED -> null;
            };
        }
        ModelReleased release = release(version);
        return release == null ? null : release.substantialModification();
    }

    /** The facts of the risk's last episode, in fact order; none if it was dismissed (rule 18). */
    List<Fact> openEpisode(String risk) {
        List<Fact> episode = new ArrayList<>();
        for (Fact fact : about(Kind.RISK, risk)) {
            if (fact.data() instanceof RiskDismissed) {
                episode.clear();
            } else {
                episode.add(fact);
            }
        }
        return episode;
    }

    /** The first confirmation of the open episode, null: none. */
    @Nullable RiskConfirmed confirmation(String risk) {
        for (Fact fact : openEpisode(risk)) {
            if (fact.data() instanceof RiskConfirmed confirmed) {
                return confirmed;
            }
        }
        return null;
    }

    /** When a claim that names the harm was first filed, null: never. */
    @Nullable Instant claimedAt(String harm) {
        return history.linked(Link.CLAIMS_OF_HARM, harm).stream()
                .flatMap(claim -> about(Kind.CLAIM, claim).stream())
                .filter(fact -> names(fact, harm))
                .map(Fact::time)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static boolean names(Fact fact, String harm) {
        return fact.data() instanceof FactData.ClaimFiled filed && filed.harms().contains(harm);
    }

    <T extends FactData> @Nullable T last(Class<T> type, Kind kind, String id) {
        for (Fact fact : about(kind, id).reversed()) {
            if (type.isInstance(fact.data())) {
                return type.cast(fact.data());
            }
        }
        return null;
    }
}
