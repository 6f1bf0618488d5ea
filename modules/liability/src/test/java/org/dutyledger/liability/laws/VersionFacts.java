package org.dutyledger.liability.laws;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dutyledger.contract.FactData.Activity;
import org.dutyledger.contract.FactData.Control;
import org.dutyledger.contract.FactData.EvidenceFiled;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.contract.FactData.ModelWithdrawn;
import org.dutyledger.contract.FactData.MonitoringPerformed;
import org.dutyledger.contract.FactData.PartyDeclared;
import org.dutyledger.contract.FactData.QualityAssessed;
import org.jspecify.annotations.Nullable;

/** Versions that come and go, who makes them, and who watches them. */
final class VersionFacts {

    private static final List<Activity> MINOR =
            List.of(Activity.values()).subList(3, Activity.values().length);

    private final Draft draft;
    private final Dice dice;

    private VersionFacts(Draft draft) {
        this.draft = draft;
        this.dice = draft.dice;
    }

    static void add(Draft draft) {
        VersionFacts facts = new VersionFacts(draft);
        for (String version : draft.versions) {
            facts.life(version);
        }
        for (int i = draft.times(4); i > 0; i--) {
            facts.party();
        }
        for (int i = draft.times(4); i > 0; i--) {
            draft.say(new MonitoringPerformed("weekly", null, null, null));
        }
        if (draft.dice.percent(20)) {
            facts.quality();
        }
    }

    private void life(String version) {
        if (dice.percent(95)) {
            Instant at = dice.percent(50) ? draft.times.early() : draft.times.any();
            draft.say(at, at, release(version));
        }
        if (dice.percent(30)) {
            Instant gone = draft.say(new ModelWithdrawn(version, null));
            if (dice.percent(40)) {
                draft.say(draft.times.from(gone), release(version));
            }
        }
    }

    private ModelReleased release(String version) {
        return new ModelReleased(
                version,
                dice.percent(90) ? draft.jurisdictions : dice.some(LawBooks.JURISDICTIONS, 1),
                previous(version),
                dice.maybe(60, () -> dice.percent(50)),
                dice.maybe(50, () -> dice.some(draft.surfaces, 1)),
                dice.maybe(60, () -> dice.some(draft.topics, 0)),
                dice.some(LawBooks.CLASSES, dice.percent(70) ? LawBooks.CLASSES.size() - 1 : 0),
                dice.percent(25) ? dice.some(draft.risks, 1) : List.of(),
                dice.percent(15) ? dice.some(draft.risks, 1) : List.of());
    }

    private @Nullable String previous(String version) {
        int i = draft.versions.indexOf(version);
        if (i > 0 && dice.percent(70)) {
            return draft.versions.get(dice.below(i));
        }
        return dice.percent(6) ? dice.any("v1", "v4", "vx") : null;
    }

    private void party() {
        List<Activity> of = dice.percent(30) ? List.of(Activity.values()) : MINOR;
        draft.say(
                new PartyDeclared(
                        dice.any(draft.parties),
                        dice.shuffled(of).subList(0, dice.any(0, 1, 1, 1, 1, 2, 2)),
                        dice.percent(40) ? dice.some(List.of(Control.values()), 1) : List.of(),
                        draft.someVersions(40),
                        null));
    }

    private void quality() {
        Map<String, BigDecimal> criteria =
                Map.of("transparency", new BigDecimal("0.5"), "fairness", new BigDecimal("0.9"));
        draft.say(new QualityAssessed(dice.any(draft.versions), criteria, null, null));
        draft.say(
                new EvidenceFiled(
                        "sha-256:" + "0".repeat(64), "text/plain", dice.any(draft.risks), null));
    }
}
