package org.dutyledger.liability.laws;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dutyledger.contract.FactData.Answer;
import org.dutyledger.contract.FactData.ClaimAdvanced;
import org.dutyledger.contract.FactData.ClaimFiled;
import org.dutyledger.contract.FactData.FindingMade;
import org.dutyledger.contract.FactData.HarmItem;
import org.dutyledger.contract.FactData.HarmRecorded;
import org.dutyledger.liability.damage.Question;

/** Harms, what is found of them, and who claims for them. */
final class HarmFacts {

    static final List<String> HEADS =
            List.of(
                    "medical",
                    "nursing",
                    "transport",
                    "meals",
                    "nutrition",
                    "income",
                    "disability",
                    "death",
                    "funeral",
                    "mental",
                    "property",
                    "data",
                    "reputation",
                    "price");

    private final Draft draft;
    private final Dice dice;

    private HarmFacts(Draft draft) {
        this.draft = draft;
        this.dice = draft.dice;
    }

    static void add(Draft draft) {
        HarmFacts facts = new HarmFacts(draft);
        for (String harm : draft.harms) {
            facts.harm(harm);
            if (draft.dice.percent(20)) {
                facts.tried(harm);
            }
            if (draft.dice.percent(8)) {
                facts.harm(harm);
            }
        }
        for (int i = draft.times(10); i > 0; i--) {
            facts.finding();
        }
        for (String claim : List.of("C1", "C2")) {
            if (draft.dice.percent(40)) {
                facts.claim(claim);
            }
        }
    }

    private void harm(String harm) {
        Instant served = draft.times.any();
        Instant harmed = served.plus(Duration.ofHours(dice.any(0, 6, 24)));
        if (dice.percent(8)) {
            harmed = served.plus(Duration.ofDays(dice.any(3650, 3653, 3700)));
        }
        Instant told = harmed.plus(Duration.ofHours(dice.any(0, 6, 72)));
        draft.say(
                told,
                new HarmRecorded(
                        harm,
                        dice.percent(97) ? dice.any(draft.versions) : "vx",
                        served,
                        harmed,
                        items(),
                        dice.maybe(70, () -> dice.any(draft.risks)),
                        dice.maybe(25, () -> dice.any(draft.incidents)),
                        dice.maybe(60, () -> dice.any(5, 59, 60, 61, 74, 75, 90)),
                        dice.maybe(70, () -> dice.any("death", "serious-health", "ordinary")),
                        new BigDecimal(dice.any("0", "0", "0", "0.1", "0.333", "0.5", "1")),
                        dice.percent(20),
                        dice.maybe(40, draft::money),
                        dice.maybe(30, () -> dice.any(draft.jurisdictions))));
    }

    private List<HarmItem> items() {
        return dice.shuffled(HEADS).subList(0, dice.any(0, 1, 2, 3, 4)).stream()
                .map(this::item)
                .toList();
    }

    private HarmItem item(String head) {
        boolean formula = dice.percent(70);
        if (formula && head.equals("funeral")) {
            return new HarmItem(head, null, null, null, draft.money());
        }
        if (formula && head.equals("death")) {
            return new HarmItem(head, null, dice.maybe(60, draft::money), null, null);
        }
        if (formula && head.equals("disability")) {
            BigDecimal grade = new BigDecimal(dice.any("0", "0.15", "0.3", "1"));
            return new HarmItem(head, null, dice.maybe(60, draft::money), grade, null);
        }
        return new HarmItem(head, draft.money(), null, null, null);
    }

    private void finding() {
        Question question = dice.any(Question.values());
        int of = dice.below(10);
        if (of < 2) {
            found("effective", dice.any(draft.remedies));
        } else if (question == Question.SUBSTANTIAL_MODIFICATION || of == 9) {
            found(question.wireName(), dice.any(draft.versions));
        } else {
            found(question.wireName(), of == 8 ? dice.any(draft.risks) : dice.any(draft.harms));
        }
    }

    /** A defect that is found, and a knowledge that is not. */
    private void tried(String harm) {
        String defect = dice.any(Question.DEFECTIVE, Question.FAULT).wireName();
        draft.say(new FindingMade(defect, harm, Answer.TRUE, "court", null));
        Answer knew = dice.any(Answer.CONTESTED, Answer.CONTESTED, Answer.TRUE);
        draft.say(new FindingMade(Question.KNEW.wireName(), harm, knew, null, null));
    }

    private void found(String question, String about) {
        String reason =
                question.equals("rebuttal")
                        ? dice.maybe(60, () -> dice.any("development-risk", "other"))
                        : null;
        Answer answer = dice.any(Answer.TRUE, Answer.TRUE, Answer.FALSE, Answer.CONTESTED);
        draft.say(new FindingMade(question, about, answer, null, reason));
    }

    private void claim(String claim) {
        Instant at =
                draft.say(
                        new ClaimFiled(
                                claim,
                                dice.some(draft.harms, 0),
                                dice.some(draft.parties, 1),
                                dice.maybe(50, () -> dice.any("odr", "mediation", "court")),
                                dice.some(List.of("cease", "apologise", "compensate"), 0)));
        for (int i = draft.times(3); i > 0; i--) {
            draft.say(
                    dice.percent(90) ? draft.times.from(at) : draft.times.any(),
                    new ClaimAdvanced(
                            claim,
                            dice.any(
                                    "odr",
                                    "mediation",
                                    "appraisal",
                                    "court",
                                    "settled",
                                    "judged",
                                    "withdrawn"),
                            dice.maybe(40, draft::money),
                            dice.maybe(40, this::shares)));
        }
    }

    private Map<String, BigDecimal> shares() {
        Map<String, BigDecimal> shares = new TreeMap<>();
        for (String party : dice.some(draft.parties, 1)) {
            shares.put(party, new BigDecimal(dice.any("0", "0.3", "0.333", "0.7", "1")));
        }
        return shares;
    }
}
