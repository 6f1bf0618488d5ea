package org.dutyledger.liability.sensitivity;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.Answer;
import org.dutyledger.contract.FactData.FindingMade;
import org.dutyledger.liability.answer.Assessment;
import org.dutyledger.liability.answer.Terms;
import org.dutyledger.liability.damage.JudgedDamages.Item;
import org.dutyledger.liability.damage.JudgedDamages.NeededFinding;
import org.dutyledger.liability.damage.Question;
import org.dutyledger.liability.law.DutyRule;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Wording;

/** The facts and findings to which the law gives a meaning in an answer, each once. */
final class Candidates {

    /** What a finding may say of a harm against what the record shows. */
    private static final Map<Question, Answer> AGAINST_THE_RECORD = new LinkedHashMap<>();

    static {
        AGAINST_THE_RECORD.put(Question.DEFECTIVE, Answer.FALSE);
        AGAINST_THE_RECORD.put(Question.CAUSATION, Answer.FALSE);
        AGAINST_THE_RECORD.put(Question.REBUTTAL, Answer.TRUE);
        AGAINST_THE_RECORD.put(Question.FAULT, Answer.FALSE);
        AGAINST_THE_RECORD.put(Question.KNEW, Answer.FALSE);
        AGAINST_THE_RECORD.put(Question.FRAUD, Answer.FALSE);
        AGAINST_THE_RECORD.put(Question.MALICE, Answer.FALSE);
        AGAINST_THE_RECORD.put(Question.SERIOUS_MENTAL, Answer.FALSE);
    }

    private final Rulebook rulebook;
    private final Acts acts;
    private final Assessment now;
    private final Assessment later;
    private final Map<String, Candidate> all = new LinkedHashMap<>();

    /**
     * Of one answer.
     *
     * @param now as of the instant at which they would happen
     * @param later as of the instant at which answers are compared
     */
    Candidates(
            Rulebook rulebook, Policy policy, List<Fact> facts, Assessment now, Assessment later) {
        this.rulebook = rulebook;
        this.acts = new Acts(policy, facts, now.asOf());
        this.now = now;
        this.later = later;
    }

    /** What can be done first, then what can be found, of the dearest harm first. */
    List<Candidate> all() {
        for (Duty duty : later.duties()) {
            if (open(duty)) {
                rule(duty).stream()
                        .flatMap(rule -> acts.of(rule, duty).stream())
                        .forEach(this::put);
            }
        }
        for (Duty duty : now.duties()) {
            for (String need : duty.needs()) {
                acts.remediesOf(duty.about()).forEach(remedy -> bothWays(need, remedy));
            }
        }
        for (NeededFinding needed : now.damages().needsFinding()) {
            if (question(needed.question())) {
                bothWays(needed.question(), needed.about());
            }
        }
        dearest()
                .forEach(harm ->
                        AGAINST_THE_RECORD.forEach(
                                (question, answer) -> finding(question.wireName(), harm, answer)));
        return List.copyOf(all.values());
    }

    private static boolean open(Duty duty) {
        return Standing.isBreach(duty.status())
                || duty.status() == Duty.Status.PENDING
                || duty.status() == Duty.Status.NEEDS_FINDING;
    }

    private List<DutyRule> rule(Duty duty) {
        return rulebook.duties().stream()
                .filter(it -> it.citation().rule().equals(duty.rule()))
                .toList();
    }

    private static boolean question(String name) {
        for (Question it : Question.values()) {
            if (it.wireName().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private void bothWays(String question, String about) {
        finding(question, about, Answer.TRUE);
        finding(question, about, Answer.FALSE);
    }

    private void finding(String question, String about, Answer answer) {
        Wording what = Terms.of(question);
        boolean yes = answer == Answer.TRUE;
        put(
                Candidate.of(
                        "A finding of %s about %s: %s"
                                .formatted(what.en(), about, yes ? "yes" : "no"),
                        "对%s认定%s：%s".formatted(about, what.zh(), yes ? "是" : "否"),
                        new FindingMade(question, about, answer, null, null)));
    }

    private void put(Candidate candidate) {
        all.putIfAbsent(candidate.says().en(), candidate);
    }

    private List<String> dearest() {
        Map<String, BigDecimal> high = new TreeMap<>();
        for (Item item : later.damages().items()) {
            high.merge(item.harm(), item.amount(), BigDecimal::add);
        }
        return high.entrySet().stream()
                .sorted(
                        Map.Entry.<String, BigDecimal>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
