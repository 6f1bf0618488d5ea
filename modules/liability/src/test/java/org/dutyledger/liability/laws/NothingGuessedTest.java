package org.dutyledger.liability.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.contract.FactData.Answer.CONTESTED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Duty.Status;
import org.dutyledger.contract.Exposure;
import org.dutyledger.contract.Exposure.Scenarios;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.Answer;
import org.dutyledger.contract.FactData.FindingMade;
import org.dutyledger.contract.FactData.HarmRecorded;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.contract.FactData.PartyDeclared;
import org.dutyledger.contract.FactKey;
import org.dutyledger.liability.answer.Assessment;
import org.dutyledger.liability.damage.JudgedDamages.NeededFinding;
import org.dutyledger.liability.damage.Question;
import org.dutyledger.liability.law.Rulebook;
import org.junit.jupiter.api.Test;

/** Law 5: what a court must decide is an open question and a range, and nothing else is one. */
class NothingGuessedTest {

    private static final Set<String> QUESTIONS =
            Arrays.stream(Question.values()).map(Question::wireName).collect(Collectors.toSet());

    private static final List<Question> CONTESTABLE =
            List.of(
                    Question.CAUSATION,
                    Question.FAULT,
                    Question.FRAUD,
                    Question.KNEW,
                    Question.MAJOR_IMPACT,
                    Question.MALICE,
                    Question.SERIOUS_MENTAL,
                    Question.SUBSTANTIAL_MODIFICATION);

    @Test
    void aRangeIsInOrder() {
        Histories.each(
                60,
                seed -> {
                    LegalHistory history = LegalHistory.of(seed);
                    for (Rulebook book : LawBooks.ALL) {
                        Exposure owed = answer(book, history, List.of()).damages().realised();
                        columns(owed)
                                .forEach(it -> {
                                    assertThat(it.low())
                                            .isNotNegative()
                                            .isLessThanOrEqualTo(it.likely());
                                    assertThat(it.likely()).isLessThanOrEqualTo(it.high());
                                });
                        assertThat(owed.expanded().high())
                                .isLessThanOrEqualTo(owed.compensatory().high());
                    }
                });
    }

    @Test
    void withoutAnOpenQuestionThereIsNoRange() {
        Histories.each(
                200,
                seed -> {
                    LegalHistory history = LegalHistory.of(seed);
                    for (Rulebook book : LawBooks.ALL) {
                        Assessment answer = answer(book, history, List.of());
                        if (isSettled(answer)) {
                            isOne(answer.damages().realised().compensatory());
                            isOne(answer.damages().realised().expanded());
                        }
                    }
                });
    }

    /**
     * Whoever answers all that may be asked of a harm leaves no range, of punitive damages neither.
     * Rule 54 names a question only where its answer alone changes the harm it is about, so for
     * punitive damages the law is held against all questions, not against those that are listed.
     */
    @Test
    void whereEverythingIsAnsweredThereIsNoRange() {
        Histories.each(
                100,
                seed -> {
                    LegalHistory history = LegalHistory.of(seed);
                    Dice dice = new Dice(seed);
                    List<FindingMade> all = new ArrayList<>();
                    for (Question question : Question.values()) {
                        for (String about : subjects(history, question)) {
                            Answer answer = dice.any(Answer.TRUE, Answer.FALSE);
                            all.add(
                                    new FindingMade(
                                            question.wireName(), about, answer, "court", null));
                        }
                    }
                    for (Rulebook book : LawBooks.ALL) {
                        Assessment answer = answer(book, history, all);
                        assertThat(asked(answer)).isEmpty();
                        if (!isBarred(answer) && !isCapped(book)) {
                            columns(answer.damages().realised()).forEach(NothingGuessedTest::isOne);
                        }
                    }
                });
    }

    @Test
    void anAnswerClosesItsQuestionAndStaysWithinTheRange() {
        Histories.each(
                60,
                seed -> {
                    LegalHistory history = LegalHistory.of(seed);
                    for (Rulebook book : LawBooks.ALL) {
                        Assessment open = answer(book, history, List.of());
                        for (NeededFinding it : open.damages().needsFinding()) {
                            if (QUESTIONS.contains(it.question())) {
                                closes(book, history, open, it, Answer.TRUE);
                                closes(book, history, open, it, Answer.FALSE);
                            }
                        }
                    }
                });
    }

    /**
     * But for a defect on record, which stands until it is found to be none (rule 46), and a
     * defence, which is none until it is proven (rule 48).
     */
    @Test
    void whatIsContestedIsNotDecided() {
        Histories.each(
                60,
                seed -> {
                    LegalHistory history = LegalHistory.of(seed);
                    Dice dice = new Dice(seed);
                    Question question = dice.any(CONTESTABLE);
                    List<String> subjects = List.copyOf(subjects(history, question));
                    if (subjects.isEmpty()) {
                        return;
                    }
                    String about = dice.any(subjects);
                    for (Rulebook book : LawBooks.ALL) {
                        List<Scenarios> open = under(book, history, question, about, CONTESTED);
                        for (Answer each : List.of(Answer.TRUE, Answer.FALSE)) {
                            isWithin(
                                    book.id() + " " + question,
                                    open,
                                    under(book, history, question, about, each));
                        }
                    }
                });
    }

    @Test
    void aDutyThatWaitsForAFindingIsDecidedByIt() {
        Histories.each(
                200,
                seed -> {
                    LegalHistory history = LegalHistory.of(seed);
                    List<FindingMade> effective = findings(history, Answer.TRUE);
                    List<FindingMade> ineffective = findings(history, Answer.FALSE);
                    for (Rulebook book : LawBooks.ALL) {
                        for (Duty duty : answer(book, history, List.of()).duties()) {
                            if (duty.status() == Status.NEEDS_FINDING) {
                                assertThat(duty.needs()).containsExactly("effective");
                                assertThat(of(answer(book, history, effective), duty).status())
                                        .isEqualTo(Status.SATISFIED);
                                assertThat(of(answer(book, history, ineffective), duty).status())
                                        .isIn(Status.PENDING, Status.POLICY_BREACH, Status.BREACH);
                            }
                        }
                    }
                });
    }

    private static List<Scenarios> under(
            Rulebook book, LegalHistory history, Question question, String about, Answer answer) {
        var finding = new FindingMade(question.wireName(), about, answer, "court", null);
        return columns(answer(book, history, List.of(finding)).damages().realised());
    }

    private static void isWithin(String as, List<Scenarios> range, List<Scenarios> decided) {
        for (int i = 0; i < range.size(); i++) {
            assertThat(decided.get(i).low()).as(as).isGreaterThanOrEqualTo(range.get(i).low());
            assertThat(decided.get(i).high()).as(as).isLessThanOrEqualTo(range.get(i).high());
        }
    }

    private static void closes(
            Rulebook book,
            LegalHistory history,
            Assessment open,
            NeededFinding needed,
            Answer answer) {
        FindingMade finding =
                new FindingMade(needed.question(), needed.about(), answer, "court", null);
        Assessment closed = answer(book, history, List.of(finding));
        String as = book.id() + " " + finding;
        assertThat(closed.damages().needsFinding())
                .as(as)
                .noneMatch(it ->
                        it.question().equals(needed.question())
                                && it.about().equals(needed.about()));
        isWithin(as, columns(open.damages().realised()), columns(closed.damages().realised()));
    }

    private static void isOne(Scenarios column) {
        assertThat(column.low()).isEqualTo(column.likely());
        assertThat(column.likely()).isEqualTo(column.high());
    }

    /** All questions of money answered, no bar that a court does not raise. */
    private static boolean isSettled(Assessment answer) {
        return asked(answer).isEmpty() && !isBarred(answer);
    }

    private static List<NeededFinding> asked(Assessment answer) {
        return answer.damages().needsFinding().stream()
                .filter(it -> QUESTIONS.contains(it.question()))
                .toList();
    }

    private static boolean isBarred(Assessment answer) {
        return answer.damages().timeBars().stream().anyMatch(it -> it.state().equals("barred"));
    }

    /** Where the law has only an upper limit, the low end is nothing. */
    private static boolean isCapped(Rulebook book) {
        return book.damages().punitive().stream().anyMatch(it -> it.capOnly());
    }

    private static Set<String> subjects(LegalHistory history, Question question) {
        boolean versions = question == Question.SUBSTANTIAL_MODIFICATION;
        Set<String> subjects = new TreeSet<>();
        for (Fact fact : history.ofModel()) {
            switch (fact.data()) {
                case HarmRecorded it when !versions -> subjects.add(it.harm());
                case ModelReleased it when versions -> subjects.add(it.version());
                case PartyDeclared it when versions && it.versions() != null ->
                        subjects.addAll(it.versions());
                default -> {}
            }
        }
        return subjects;
    }

    private static List<FindingMade> findings(LegalHistory history, Answer answer) {
        return Stream.of("M1", "M2", "M3")
                .filter(remedy -> isContested(history, remedy))
                .map(it -> new FindingMade("effective", it, answer, "court", null))
                .toList();
    }

    private static boolean isContested(LegalHistory history, String remedy) {
        return history.ofModel().stream()
                .map(Fact::data)
                .anyMatch(it ->
                        it instanceof FindingMade made
                                && made.question().equals("effective")
                                && made.about().equals(remedy)
                                && made.answer() == Answer.CONTESTED);
    }

    private static Duty of(Assessment answer, Duty duty) {
        return answer.duties().stream()
                .filter(it -> it.rule().equals(duty.rule()) && it.about().equals(duty.about()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Scenarios> columns(Exposure of) {
        return List.of(of.compensatory(), of.expanded(), of.punitive());
    }

    /** As of the first instant asked, with findings made then and recorded after all else. */
    private static Assessment answer(
            Rulebook book, LegalHistory history, List<FindingMade> findings) {
        Instant asOf = history.asked().getFirst().asOf();
        Instant recorded =
                history.facts().stream()
                        .map(Fact::recorded)
                        .max(Comparator.naturalOrder())
                        .orElse(asOf)
                        .plusSeconds(1);
        List<Fact> facts = new ArrayList<>(history.facts());
        for (FindingMade it : findings) {
            FactKey key = new FactKey("/providers/acme/court", "x" + facts.size());
            facts.add(new Fact(key, LegalHistory.MODEL, asOf, recorded, it));
        }
        return Engine.assess(book, history.policy(), facts, LegalHistory.MODEL, asOf, null);
    }
}
