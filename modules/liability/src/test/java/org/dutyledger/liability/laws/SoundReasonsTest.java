package org.dutyledger.liability.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Duty.Status;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.FindingMade;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.contract.FactData.ModelWithdrawn;
import org.dutyledger.contract.FactData.RemedyApplied;
import org.dutyledger.contract.FactData.RemedyMeasured;
import org.dutyledger.contract.FactData.RemedyReverted;
import org.dutyledger.contract.FactData.RiskConfirmed;
import org.dutyledger.contract.FactData.RiskDismissed;
import org.dutyledger.contract.FactData.RiskRescored;
import org.dutyledger.liability.history.Cut;
import org.dutyledger.liability.law.DutyRule;
import org.dutyledger.liability.law.DutyRule.IncidentNotice;
import org.dutyledger.liability.law.DutyRule.VersionNotice;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.laws.LegalHistory.Asked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Law 7: a recomputation from the facts that a duty cites gives the same. Exactly, to the last
 * field, from those facts together with what refers to the same thing ({@link Matter}). From the
 * cited facts alone, with what was in service when and what triage said of the risks, as far as
 * rule 61 lets a duty cite: that a breach stands open, and all that is said of an incident that has
 * no grade.
 */
class SoundReasonsTest {

    private interface Look {
        void at(DutyRule rule, Duty duty, @Nullable Duty again);
    }

    @Test
    void aDutyRestsOnItsMatterAndOnNothingElse() {
        LongAdder left = new LongAdder();
        Histories.each(
                30,
                seed -> {
                    LegalHistory history = LegalHistory.of(seed);
                    for (Asked it : history.asked()) {
                        List<Fact> cut =
                                Cut.of(history.facts(), LegalHistory.MODEL, it.asOf(), it.knownAt())
                                        .facts();
                        for (Rulebook book : LawBooks.ALL) {
                            for (Duty duty : duties(book, history, cut, it.asOf())) {
                                List<Fact> matter = Matter.of(cut, rule(book, duty), duty);
                                left.add(cut.size() - matter.size());
                                assertThat(matter.stream().map(Fact::id).toList())
                                        .as("%s", duty)
                                        .containsAll(duty.because());
                                assertThat(duties(book, history, matter, it.asOf()))
                                        .as(book.id())
                                        .contains(duty);
                            }
                        }
                    }
                });
        assertThat(left.sum()).as("facts of other matters").isPositive();
    }

    @Test
    void anOpenBreachStandsOnWhatItCites() {
        each(
                30,
                (rule, duty, again) -> {
                    if (duty.status() == Status.BREACH || duty.status() == Status.POLICY_BREACH) {
                        assertThat(again.status()).as("%s", duty).isEqualTo(duty.status());
                    }
                });
    }

    @Test
    void aVersionIsWarnedOfByWhatItCites() {
        each(
                30,
                (rule, duty, again) -> {
                    if (rule instanceof VersionNotice) {
                        assertThat(again.status()).as("%s", duty).isEqualTo(duty.status());
                    }
                });
    }

    @Test
    void anIncidentIsReportedByWhatItCites() {
        each(
                30,
                (rule, duty, again) -> {
                    if (rule instanceof IncidentNotice && duty.status() != Status.NOT_APPLICABLE) {
                        assertThat(again.status()).as("%s", duty).isEqualTo(duty.status());
                        if (duty.grade() == null) {
                            assertThat(again.breaches()).as("%s", duty).isEqualTo(duty.breaches());
                        }
                    }
                });
    }

    private static void each(int normally, Look look) {
        Histories.each(
                normally,
                seed -> {
                    LegalHistory history = LegalHistory.of(seed);
                    for (Asked it : history.asked()) {
                        List<Fact> cut =
                                Cut.of(history.facts(), LegalHistory.MODEL, it.asOf(), it.knownAt())
                                        .facts();
                        LawBooks.ALL.forEach(book -> each(book, history, cut, it.asOf(), look));
                    }
                });
    }

    private static void each(
            Rulebook book, LegalHistory history, List<Fact> cut, Instant asOf, Look look) {
        Set<String> endService = endService(cut);
        for (Duty duty : duties(book, history, cut, asOf)) {
            List<Fact> cited =
                    cut.stream()
                            .filter(it ->
                                    duty.because().contains(it.id()) || isAtHand(it, endService))
                            .toList();
            Duty again =
                    duties(book, history, cited, asOf).stream()
                            .filter(it -> it.rule().equals(duty.rule()))
                            .filter(it -> it.about().equals(duty.about()))
                            .findFirst()
                            .orElse(null);
            look.at(rule(book, duty), duty, again);
        }
    }

    private static boolean isAtHand(Fact fact, Set<String> endService) {
        return switch (fact.data()) {
            case ModelReleased it -> true;
            case ModelWithdrawn it -> true;
            case RiskConfirmed it -> true;
            case RiskRescored it -> true;
            case RiskDismissed it -> true;
            case RemedyApplied it -> endService.contains(it.remedy());
            case RemedyReverted it -> endService.contains(it.remedy());
            case RemedyMeasured it -> endService.contains(it.remedy());
            case FindingMade it -> endService.contains(it.about());
            default -> false;
        };
    }

    private static Set<String> endService(List<Fact> cut) {
        return cut.stream()
                .map(Fact::data)
                .filter(RemedyApplied.class::isInstance)
                .map(RemedyApplied.class::cast)
                .filter(it -> it.measure().endsService())
                .map(RemedyApplied::remedy)
                .collect(Collectors.toSet());
    }

    private static DutyRule rule(Rulebook book, Duty duty) {
        return book.duties().stream()
                .filter(it -> it.citation().rule().equals(duty.rule()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Duty> duties(
            Rulebook book, LegalHistory history, List<Fact> facts, Instant asOf) {
        return Engine.assess(book, history.policy(), facts, LegalHistory.MODEL, asOf, null)
                .duties();
    }
}
