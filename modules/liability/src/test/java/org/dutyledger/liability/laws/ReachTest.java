package org.dutyledger.liability.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Duty.Status;
import org.dutyledger.contract.FactData;
import org.dutyledger.liability.Assessor;
import org.dutyledger.liability.answer.Assessment;
import org.dutyledger.liability.damage.JudgedDamages;
import org.dutyledger.liability.damage.Question;
import org.dutyledger.liability.history.Cut;
import org.dutyledger.liability.law.DamagesRules;
import org.dutyledger.liability.law.DutyRule;
import org.dutyledger.liability.law.DutyRule.Standard;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.laws.LegalHistory.Asked;
import org.junit.jupiter.api.Test;

/** The laws are tried on nothing that the made-up histories do not reach. */
class ReachTest {

    private static final int MOST = 4000;

    private final Set<String> reached = new TreeSet<>();

    @Test
    void everyKindOfFactAndEveryRuleIsReached() {
        Set<String> missed = expected();
        for (int seed = 1; seed <= MOST && !missed.isEmpty(); seed++) {
            look(LegalHistory.of(seed));
            missed.removeAll(reached);
        }
        assertThat(missed).isEmpty();
    }

    private void look(LegalHistory history) {
        history.ofModel()
                .forEach(it -> reached.add("fact " + it.data().getClass().getSimpleName()));
        int equalInstants = history.facts().size();
        equalInstants -= (int) history.facts().stream().map(it -> it.time()).distinct().count();
        if (equalInstants > 0) {
            reached.add("equal instants");
        }
        if (history.sent().size() > history.facts().size()) {
            reached.add("conflict");
        }
        for (Asked asked : history.asked()) {
            if (Cut.models(history.facts(), asked.asOf(), asked.knownAt()).size() > 1) {
                reached.add("two models");
            }
            for (Rulebook book : LawBooks.ALL) {
                look(
                        book.id(),
                        Assessor.assess(
                                book,
                                history.policy(),
                                history.facts(),
                                LegalHistory.MODEL,
                                asked.asOf(),
                                asked.knownAt()));
            }
        }
    }

    private void look(String book, Assessment answer) {
        for (Duty duty : answer.duties()) {
            reached.add(book + " " + duty.rule() + " " + duty.status());
            if (duty.late()) {
                reached.add(book + " " + duty.rule() + " breached");
            }
            if (!duty.needs().isEmpty()) {
                reached.add(book + " " + duty.rule() + " needs");
            }
            reached.add("grade " + duty.grade());
        }
        look(book, answer.damages());
    }

    private void look(String book, JudgedDamages damages) {
        damages.items().forEach(it -> reached.add(book + " item " + it.head() + " " + it.rule()));
        damages.timeBars().forEach(it -> reached.add(book + " " + it.rule() + " " + it.state()));
        damages.defences().forEach(it -> reached.add(book + " " + it.rule() + " " + it.state()));
        damages.presumptions()
                .forEach(it -> reached.add(book + " " + it.rule() + " " + it.state()));
        damages.needsFinding().forEach(it -> reached.add("question " + it.question()));
        damages.parties().forEach(it -> reached.add(book + " role " + it.role()));
        damages.parties().forEach(it -> it.because().forEach(r -> reached.add(book + " " + r)));
        damages.defects().forEach(it -> reached.add(book + " defect " + it.type()));
        damages.claims().forEach(it -> reached.add("claim " + it.stage()));
        damages.claims().forEach(it -> reached.add("joint " + it.joint()));
        if (damages.realised().expanded().high().signum() > 0) {
            reached.add(book + " expanded");
        }
        if (damages.potential().mean().signum() > 0) {
            reached.add(book + " potential");
        }
    }

    private static Set<String> expected() {
        Set<String> all = new TreeSet<>();
        for (Class<?> type : FactData.class.getPermittedSubclasses()) {
            all.add("fact " + type.getSimpleName());
        }
        all.addAll(Set.of("equal instants", "conflict", "two models", "joint true", "joint false"));
        Arrays.stream(Question.values()).forEach(it -> all.add("question " + it.wireName()));
        for (String question : Set.of("currency", "base-income", "estimate")) {
            all.add("question " + question);
        }
        for (String grade : Set.of("general", "relatively-major", "major", "especially-major")) {
            all.add("grade " + grade);
        }
        for (String stage :
                Set.of("filed", "odr", "mediation", "appraisal", "court", "settled", "judged")) {
            all.add("claim " + stage);
        }
        for (Rulebook book : LawBooks.ALL) {
            book.duties().forEach(rule -> expect(all, book.id(), rule));
            expect(all, book.id(), book.damages());
            book.roleBecause().forEach(it -> all.add(book.id() + " " + it));
            book.modifierBecause().forEach(it -> all.add(book.id() + " " + it));
            for (String role :
                    Set.of("producer", "modifier", "excluded", "seller", "deployer", "other")) {
                all.add(book.id() + " role " + role);
            }
        }
        return all;
    }

    /** Each rule breached and met, and every status that its way of judging can give. */
    private static void expect(Set<String> all, String book, DutyRule rule) {
        String name = book + " " + rule.citation().rule() + " ";
        Status breach = rule.standard() == Standard.FIXED ? Status.BREACH : Status.POLICY_BREACH;
        all.add(name + "breached");
        all.add(name + breach);
        all.add(name + Status.SATISFIED);
        switch (rule) {
            case DutyRule.Remediate it -> {
                all.add(name + "needs");
                all.add(name + Status.NEEDS_FINDING);
                all.add(name + Status.PENDING);
                all.add(name + Status.NOT_YET);
                all.add(name + Status.NOT_APPLICABLE);
            }
            case DutyRule.RiskNotice it -> {
                all.add(name + Status.PENDING);
                all.add(name + Status.NOT_YET);
                all.add(name + Status.NOT_APPLICABLE);
            }
            case DutyRule.VersionNotice it -> all.add(name + Status.NOT_APPLICABLE);
            case DutyRule.Monitor it -> {
                all.add(name + Status.PENDING);
                all.add(name + Status.NOT_APPLICABLE);
            }
            case DutyRule.IncidentNotice it -> all.add(name + Status.PENDING);
        }
    }

    private static void expect(Set<String> all, String book, DamagesRules rules) {
        rules.heads().forEach((head, rule) -> all.add(book + " item " + head + " " + rule));
        rules.timeBars()
                .forEach(bar -> {
                    for (String state : Set.of("open", "barred", "claimed")) {
                        all.add(book + " " + bar.rule() + " " + state);
                    }
                });
        rules.defences()
                .forEach(defence -> {
                    for (String state : Set.of("lost", "proven", "available")) {
                        all.add(book + " " + defence.rule() + " " + state);
                    }
                });
        rules.presumptions().forEach(it -> all.add(book + " " + it.rule() + " " + it.state()));
        rules.punitive().forEach(it -> all.add(book + " item punitive " + it.rule()));
        rules.defects().forEach(it -> all.add(book + " defect " + it.type()));
        if (rules.expanded() != null) {
            all.add(book + " expanded");
        }
        if (rules.potential().unwarned()
                || rules.potential().remedy() != DamagesRules.Potential.Unremedied.NEVER) {
            all.add(book + " potential");
        }
    }
}
