package org.dutyledger.liability.laws;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dutyledger.contract.FactData.Counts;
import org.dutyledger.contract.FactData.Defect;
import org.dutyledger.contract.FactData.Estimate;
import org.dutyledger.contract.FactData.Measure;
import org.dutyledger.contract.FactData.NoticeAnswered;
import org.dutyledger.contract.FactData.NoticeSent;
import org.dutyledger.contract.FactData.Range;
import org.dutyledger.contract.FactData.RemedyApplied;
import org.dutyledger.contract.FactData.RemedyMeasured;
import org.dutyledger.contract.FactData.RemedyPlanned;
import org.dutyledger.contract.FactData.RemedyReverted;
import org.dutyledger.contract.FactData.RiskConfirmed;
import org.dutyledger.contract.FactData.RiskDismissed;
import org.dutyledger.contract.FactData.RiskReported;
import org.dutyledger.contract.FactData.RiskRescored;
import org.dutyledger.contract.FactData.Severity;
import org.jspecify.annotations.Nullable;

/** Risks that are reported, confirmed, rescored, dismissed, told of and remedied. */
final class RiskFacts {

    private final Draft draft;
    private final Dice dice;

    private RiskFacts(Draft draft) {
        this.draft = draft;
        this.dice = draft.dice;
    }

    static void add(Draft draft) {
        RiskFacts facts = new RiskFacts(draft);
        for (String risk : draft.risks) {
            for (int i = draft.times(2); i > 0; i--) {
                facts.episode(risk);
            }
        }
        for (int i = draft.times(5); i > 0; i--) {
            facts.remedy();
        }
        for (int i = draft.times(4); i > 0; i--) {
            facts.notice();
        }
    }

    private void episode(String risk) {
        Instant first = draft.times.any();
        for (int i = draft.times(4); i > 0; i--) {
            Instant at = dice.percent(20) ? first : draft.times.from(first);
            draft.say(at, reported(risk));
        }
        if (dice.percent(80)) {
            Instant at = dice.percent(20) ? first : draft.times.from(first);
            draft.say(at, confirmed(risk));
            for (int i = draft.times(2); i > 0; i--) {
                draft.say(
                        dice.percent(70) ? draft.times.from(at) : draft.times.any(),
                        dice.percent(85)
                                ? new RiskRescored(risk, severity(), estimate(), null)
                                : confirmed(risk));
            }
        }
        if (dice.percent(25)) {
            Instant at = draft.say(draft.times.from(first), new RiskDismissed(risk, "none"));
            if (dice.percent(30)) {
                draft.say(at, notice(risk));
            }
        }
    }

    private RiskReported reported(String risk) {
        return new RiskReported(
                risk,
                dice.maybe(60, () -> "report-" + dice.below(5)),
                dice.any("user", "researcher", "internal", "regulator", "partner"),
                !dice.percent(10),
                !dice.percent(10));
    }

    private RiskConfirmed confirmed(String risk) {
        return new RiskConfirmed(
                risk,
                severity(),
                null,
                null,
                dice.maybe(60, () -> dice.any(Defect.values())),
                draft.someVersions(40),
                dice.maybe(20, () -> dice.some(draft.topics, 1)),
                dice.some(List.of("algorithm", "training-data", "user-input"), 0),
                estimate());
    }

    private Severity severity() {
        return dice.any(
                Severity.S1, Severity.S1, Severity.S2, Severity.S2, Severity.S3, Severity.S4);
    }

    private @Nullable Estimate estimate() {
        if (dice.percent(50)) {
            return null;
        }
        String currency = dice.percent(90) ? draft.currency : "JPY";
        return new Estimate(
                dice.maybe(95, () -> range("0", "0.00001", "0.00006", "0.5", "1")),
                dice.maybe(95, () -> range("0", "1000.00", "4000.00", "250000.00")),
                currency);
    }

    private Range range(String... of) {
        List<BigDecimal> sorted =
                List.of(dice.any(of), dice.any(of), dice.any(of)).stream()
                        .map(BigDecimal::new)
                        .sorted()
                        .toList();
        return new Range(sorted.get(0), sorted.get(1), sorted.get(2));
    }

    private void remedy() {
        String remedy = dice.any(draft.remedies);
        List<String> risks = dice.some(draft.risks, 1);
        Measure measure = dice.any(Measure.values());
        if (dice.percent(20)) {
            draft.say(new RemedyPlanned(remedy, risks, measure, draft.times.any()));
        }
        Instant at =
                draft.say(
                        new RemedyApplied(
                                remedy,
                                risks,
                                measure,
                                draft.someVersions(30),
                                new BigDecimal(dice.percent(85) ? "1" : dice.any("0", "0.5"))));
        for (int i = draft.times(3); i > 0; i--) {
            draft.say(
                    dice.percent(85) ? draft.times.from(at) : draft.times.any(),
                    measured(remedy, dice.percent(85) ? dice.any(risks) : dice.any(draft.risks)));
        }
        if (dice.percent(35)) {
            draft.say(draft.times.from(at), new RemedyReverted(remedy, null));
        }
    }

    private RemedyMeasured measured(String remedy, String risk) {
        return new RemedyMeasured(
                remedy,
                risk,
                new Counts(dice.any(0, 10, 20), dice.any(1000, 1000, 0)),
                new Counts(dice.any(0, 1, 2, 4, 5, 20), dice.any(1000, 1000, 2000, 0)),
                dice.maybe(
                        70,
                        () ->
                                dice.any(
                                        Duration.ofHours(72),
                                        Duration.ofHours(24),
                                        Duration.ofHours(72).minusSeconds(1),
                                        Duration.ofHours(1))));
    }

    private void notice() {
        String about = dice.percent(70) ? dice.any(draft.risks) : dice.any(draft.incidents);
        Instant at = draft.say(notice(about));
        if (dice.percent(20)) {
            draft.say(draft.times.from(at), new NoticeAnswered("N1", "accepted", null, null));
        }
    }

    private NoticeSent notice(String about) {
        return new NoticeSent("N1", dice.any(LawBooks.ADDRESSEES), about, null);
    }
}
