package org.dutyledger.liability.answer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Exposure.Scenarios;
import org.dutyledger.contract.FactData.ClaimFiled;
import org.dutyledger.contract.FactData.FindingMade;
import org.dutyledger.contract.FactData.PartyDeclared;
import org.dutyledger.liability.answer.Explanation.Figure.Operation;
import org.dutyledger.liability.damage.JudgedDamages.Claim;
import org.dutyledger.liability.damage.JudgedDamages.Defect;
import org.dutyledger.liability.damage.JudgedDamages.NeededFinding;
import org.dutyledger.liability.damage.JudgedDamages.Share;
import org.dutyledger.liability.law.DamagesRules;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Wording;

/** The entries of an answer's lists, each with its rule and its facts; keyed by its fields. */
final class Points {

    private final Assessment answer;
    private final Rulebook rulebook;
    private final Grounds grounds;

    Points(Assessment answer, Rulebook rulebook, Grounds grounds) {
        this.answer = answer;
        this.rulebook = rulebook;
        this.grounds = grounds;
    }

    Map<String, Explanation> parties() {
        Map<String, Explanation> all = new LinkedHashMap<>();
        answer.damages()
                .parties()
                .forEach(it -> {
                    List<Explanation> why = new ArrayList<>();
                    it.because().forEach(rule -> why.addAll(grounds.rule(rule)));
                    why.addAll(grounds.about(it.party()));
                    why.addAll(
                            grounds.those(fact ->
                                    fact.data() instanceof FindingMade made
                                            && made.question().equals("substantial-modification")));
                    Wording role = Terms.of(it.role());
                    all.put(
                            it.party(),
                            Explanation.of(
                                    "party %s is %s".formatted(it.party(), role.en()),
                                    "主体%s为%s".formatted(it.party(), role.zh()),
                                    why));
                });
        return all;
    }

    Map<String, Explanation> defects() {
        Map<String, Explanation> all = new LinkedHashMap<>();
        for (Defect it : answer.damages().defects()) {
            List<Explanation> why = new ArrayList<>();
            for (DamagesRules.DefectSource source : rulebook.damages().defects()) {
                if (source.type().equals(it.type()) && breached(source.rule(), it)) {
                    why.addAll(grounds.rule(source.rule()));
                }
            }
            why.addAll(grounds.about(it.about()));
            Instant to = it.to() == null ? answer.asOf() : it.to();
            Wording type = Terms.of(it.type());
            all.put(
                    it.type() + " " + it.about() + " " + it.from(),
                    Explanation.of(
                            "%s of %s from %s to %s%s"
                                    .formatted(
                                            type.en(),
                                            it.about(),
                                            it.from(),
                                            to,
                                            it.to() == null ? " (open)" : ""),
                            "%s的%s，自%s至%s%s"
                                    .formatted(
                                            it.about(),
                                            type.zh(),
                                            it.from(),
                                            to,
                                            it.to() == null ? "（未止）" : ""),
                            why));
        }
        return all;
    }

    /** Whether the defect is a breach of the duty; else triage named it. */
    private boolean breached(String rule, Defect defect) {
        return answer.duties().stream()
                .filter(it -> it.rule().equals(rule) && it.about().equals(defect.about()))
                .flatMap(it -> it.breaches().stream())
                .map(Duty.Breach::from)
                .anyMatch(defect.from()::equals);
    }

    Map<String, Explanation> needs() {
        Map<String, Explanation> all = new LinkedHashMap<>();
        for (NeededFinding it : answer.damages().needsFinding()) {
            all.put(it.question() + " " + it.about(), need(it));
        }
        return all;
    }

    Explanation need(NeededFinding it) {
        Wording question = Terms.of(it.question());
        List<Explanation> why = new ArrayList<>(grounds.aboutHarm(it.about()));
        if (it.effect().startsWith("role of ")) {
            why.addAll(grounds.those(fact -> fact.data() instanceof PartyDeclared));
        }
        return Explanation.of(
                "open: %s about %s, %s".formatted(question.en(), it.about(), it.effect()),
                "待认定：%s（关于%s），%s".formatted(question.zh(), it.about(), effect(it.effect())),
                why);
    }

    private static String effect(String effect) {
        String[] words = effect.split(" ", -1);
        return switch (words[0]) {
            case "compensatory", "punitive" ->
                    "%s%s或%s".formatted(Terms.of(words[0]).zh(), words[1], words[3]);
            case "role" -> words[2] + "的角色";
            case "lossPerHarm" -> "每次损害金额以%s计".formatted(words[2]);
            default ->
                    effect.endsWith("not counted")
                            ? words[0] + "金额未计入"
                            : "%s未计算".formatted(Terms.of(words[0]).zh());
        };
    }

    Map<String, Explanation> timeBars() {
        Map<String, Explanation> all = new LinkedHashMap<>();
        answer.damages()
                .timeBars()
                .forEach(it ->
                        all.put(
                                it.rule() + " " + it.harm(),
                                point(
                                        it.rule(),
                                        it.harm(),
                                        it.state(),
                                        "ends " + it.ends() + ", ",
                                        "于" + it.ends() + "届满，")));
        return all;
    }

    Map<String, Explanation> defences() {
        Map<String, Explanation> all = new LinkedHashMap<>();
        answer.damages()
                .defences()
                .forEach(it ->
                        all.put(
                                it.rule() + " " + it.harm(),
                                point(it.rule(), it.harm(), it.state(), "defence ", "抗辩")));
        return all;
    }

    Map<String, Explanation> presumptions() {
        Map<String, Explanation> all = new LinkedHashMap<>();
        answer.damages()
                .presumptions()
                .forEach(it -> {
                    Wording of = Terms.of(it.of());
                    all.put(
                            it.rule() + " " + it.harm(),
                            point(
                                    it.rule(),
                                    it.harm(),
                                    it.state(),
                                    "presumption of " + of.en() + " ",
                                    of.zh() + "推定"));
                });
        return all;
    }

    private Explanation point(String rule, String harm, String state, String en, String zh) {
        List<Explanation> why = new ArrayList<>(grounds.rule(rule));
        why.addAll(grounds.aboutHarm(harm));
        why.addAll(
                grounds.those(fact ->
                        fact.data() instanceof ClaimFiled filed && filed.harms().contains(harm)));
        Wording words = Terms.of(state);
        return Explanation.of(
                "%s for harm %s: %s%s".formatted(rule, harm, en, words.en()),
                "%s（损害%s）：%s%s".formatted(rule, harm, zh, words.zh()),
                why);
    }

    Map<String, Explanation> claims() {
        Map<String, Explanation> all = new LinkedHashMap<>();
        answer.damages().claims().forEach(it -> all.put(it.claim(), claim(it)));
        return all;
    }

    private Explanation claim(Claim claim) {
        Scenarios amount = claim.amount();
        List<Explanation> why = new ArrayList<>(grounds.about(claim.claim()));
        claim.harms().forEach(harm -> why.addAll(grounds.about(harm)));
        for (Share it : claim.shares()) {
            why.add(share(claim, it, amount.likely()));
        }
        Wording stage = Terms.of(claim.stage());
        return Explanation.of(
                "claim %s is %s: %s to %s, likely %s%s%s"
                        .formatted(
                                claim.claim(),
                                stage.en(),
                                Figures.amount(amount.low()),
                                Figures.amount(amount.high()),
                                Figures.amount(amount.likely()),
                                claim.joint() ? ", joint and several" : "",
                                claim.awarded() == null
                                        ? ""
                                        : ", awarded " + Figures.amount(claim.awarded().amount())),
                "索赔%s（%s）：%s至%s，可能值%s%s%s"
                        .formatted(
                                claim.claim(),
                                stage.zh(),
                                Figures.amount(amount.low()),
                                Figures.amount(amount.high()),
                                Figures.amount(amount.likely()),
                                claim.joint() ? "，连带责任" : "",
                                claim.awarded() == null
                                        ? ""
                                        : "，裁决或和解金额" + Figures.amount(claim.awarded().amount())),
                why);
    }

    private Explanation share(Claim claim, Share it, BigDecimal likely) {
        String share = it.share().toPlainString();
        String amount = Figures.amount(it.amount());
        List<Explanation> operands = new ArrayList<>();
        operands.add(
                Explanation.of("likely " + Figures.amount(likely), "可能值" + Figures.amount(likely))
                        .figure(likely, Operation.GIVEN));
        operands.add(
                Explanation.of("share " + share, "份额" + share).figure(it.share(), Operation.GIVEN));
        operands.addAll(grounds.about(claim.claim()));
        return Explanation.of(
                        "party %s bears %s".formatted(it.party(), amount),
                        "主体%s承担%s".formatted(it.party(), amount),
                        operands)
                .figure(it.amount(), Operation.PRODUCT);
    }
}
