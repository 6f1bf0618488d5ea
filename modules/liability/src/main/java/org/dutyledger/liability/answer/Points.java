package org.dutyledger.liability.answer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.FactData.ClaimFiled;
import org.dutyledger.contract.FactData.FindingMade;
import org.dutyledger.contract.FactData.PartyDeclared;
import org.dutyledger.liability.damage.JudgedDamages.Defect;
import org.dutyledger.liability.damage.JudgedDamages.NeededFinding;
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

    List<Entry> parties() {
        List<Entry> all = new ArrayList<>();
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
                    all.add(
                            Entry.of(
                                    Explanation.of(
                                            "party %s is %s".formatted(it.party(), role.en()),
                                            "主体%s为%s".formatted(it.party(), role.zh()),
                                            why),
                                    it.party()));
                });
        return all;
    }

    List<Entry> defects() {
        List<Entry> all = new ArrayList<>();
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
            all.add(
                    Entry.of(
                            Explanation.of(
                                    "%s of %s from %s to %s%s%s"
                                            .formatted(
                                                    type.en(),
                                                    it.about(),
                                                    it.from(),
                                                    to,
                                                    it.to() == null ? " (open)" : "",
                                                    also(it, ", also a ", Wording::en)),
                                    "%s的%s，自%s至%s%s%s"
                                            .formatted(
                                                    it.about(),
                                                    type.zh(),
                                                    it.from(),
                                                    to,
                                                    it.to() == null ? "（未止）" : "",
                                                    also(it, "，亦属", Wording::zh)),
                                    why),
                            it.type(),
                            it.about()));
        }
        return all;
    }

    private static String also(Defect defect, String before, Function<Wording, String> in) {
        return defect.alsoCountsAs().stream()
                .map(it -> before + in.apply(Terms.of(it)))
                .collect(Collectors.joining());
    }

    /** Whether the defect is a breach of the duty; else triage named it. */
    private boolean breached(String rule, Defect defect) {
        return answer.duties().stream()
                .filter(it -> it.rule().equals(rule) && it.about().equals(defect.about()))
                .flatMap(it -> it.breaches().stream())
                .map(Duty.Breach::from)
                .anyMatch(defect.from()::equals);
    }

    List<Entry> needs() {
        List<Entry> all = new ArrayList<>();
        for (NeededFinding it : answer.damages().needsFinding()) {
            all.add(Entry.of(need(it), it.question(), it.about()));
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

    List<Entry> timeBars() {
        List<Entry> all = new ArrayList<>();
        answer.damages()
                .timeBars()
                .forEach(it ->
                        all.add(
                                Entry.of(
                                        point(
                                                it.rule(),
                                                it.harm(),
                                                it.state(),
                                                "ends " + it.ends() + ", ",
                                                "于" + it.ends() + "届满，"),
                                        it.rule(),
                                        it.harm())));
        return all;
    }

    List<Entry> defences() {
        List<Entry> all = new ArrayList<>();
        answer.damages()
                .defences()
                .forEach(it ->
                        all.add(
                                Entry.of(
                                        point(it.rule(), it.harm(), it.state(), "defence ", "抗辩"),
                                        it.rule(),
                                        it.harm())));
        return all;
    }

    List<Entry> presumptions() {
        List<Entry> all = new ArrayList<>();
        answer.damages()
                .presumptions()
                .forEach(it -> {
                    Wording of = Terms.of(it.of());
                    all.add(
                            Entry.of(
                                    point(
                                            it.rule(),
                                            it.harm(),
                                            it.state(),
                                            "presumption of " + of.en() + " ",
                                            of.zh() + "推定"),
                                    it.rule(),
                                    it.harm()));
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
}
