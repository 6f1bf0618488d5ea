package org.dutyledger.liability.answer;

import static org.dutyledger.liability.answer.Arithmetic.given;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.Exposure.Scenarios;
import org.dutyledger.contract.FactData.PartyDeclared;
import org.dutyledger.contract.Money;
import org.dutyledger.liability.answer.Explanation.Figure.Operation;
import org.dutyledger.liability.damage.JudgedDamages.AskedRemedy;
import org.dutyledger.liability.damage.JudgedDamages.Claim;
import org.dutyledger.liability.damage.JudgedDamages.Recourse;
import org.dutyledger.liability.damage.JudgedDamages.Share;
import org.dutyledger.liability.damage.JudgedDamages.Step;
import org.dutyledger.liability.law.Wording;

/** Why a claim stands where it does, comes to what it does, and falls to whom. */
final class ClaimReasons {

    private final Assessment answer;
    private final Grounds grounds;

    ClaimReasons(Assessment answer, Grounds grounds) {
        this.answer = answer;
        this.grounds = grounds;
    }

    List<Entry> claims() {
        return answer.damages().claims().stream()
                .map(it -> Entry.of(claim(it), it.claim()))
                .toList();
    }

    List<Entry> recourse() {
        List<Entry> all = new ArrayList<>();
        for (Claim claim : answer.damages().claims()) {
            for (Recourse it : claim.recourse()) {
                all.add(Entry.of(recourse(claim, it), claim.claim(), it.from(), it.rule()));
            }
        }
        return all;
    }

    private Explanation claim(Claim claim) {
        List<Explanation> why = new ArrayList<>(grounds.about(claim.claim()));
        claim.harms().forEach(harm -> why.addAll(grounds.about(harm)));
        why.add(course(claim));
        claim.remedies().forEach(it -> why.add(remedy(it)));
        for (Share it : claim.shares()) {
            why.add(share(claim, it));
        }
        if (claim.unassigned() != null) {
            why.add(unassigned(claim, claim.unassigned()));
        }
        claim.recourse().forEach(it -> why.add(recourse(claim, it)));
        Scenarios amount = claim.amount();
        Money awarded = claim.awarded();
        String low = Figures.amount(amount.low());
        String likely = Figures.amount(amount.likely());
        String high = Figures.amount(amount.high());
        String parties = String.join(", ", claim.against());
        Wording stage = Terms.of(claim.stage());
        String shown = awarded == null ? "" : money(awarded);
        return Explanation.of(
                "claim %s against %s is %s: %s to %s, likely %s%s%s"
                        .formatted(
                                claim.claim(),
                                parties.isEmpty() ? "nobody named" : parties,
                                stage.en(),
                                low,
                                high,
                                likely,
                                claim.joint() ? ", joint and several" : "",
                                awarded == null ? "" : ", awarded " + shown),
                "索赔%s（对%s；%s）：%s至%s，可能值%s%s%s"
                        .formatted(
                                claim.claim(),
                                parties.isEmpty() ? "未指明主体" : parties.replace(", ", "、"),
                                stage.zh(),
                                low,
                                high,
                                likely,
                                claim.joint() ? "，连带责任" : "",
                                awarded == null ? "" : "，裁决或和解金额" + shown),
                why);
    }

    private static String money(Money money) {
        return Figures.amount(money.amount()) + " " + money.currency();
    }

    /** Step by step, and whether that leaves it before a court, at one, or done with. */
    private static Explanation course(Claim claim) {
        Wording phase = Terms.of(claim.phase());
        String forum = claim.forum();
        return Explanation.of(
                "%s%s, step by step:"
                        .formatted(
                                phase.en(),
                                forum == null ? "" : ", filed with " + Terms.of(forum).en()),
                "%s%s，经过："
                        .formatted(phase.zh(), forum == null ? "" : "，提交至" + Terms.of(forum).zh()),
                claim.steps().stream().map(ClaimReasons::step).toList());
    }

    private static Explanation step(Step it) {
        Wording stage = Terms.of(it.stage());
        return Explanation.of(it.at() + " " + stage.en(), it.at() + " " + stage.zh());
    }

    private Explanation remedy(AskedRemedy it) {
        String rule = it.rule();
        Wording remedy = Terms.orName(it.remedy());
        return Explanation.of(
                "it asks for %s, %s; %s"
                        .formatted(
                                remedy.en(),
                                rule == null ? "which no rule of this rulebook allows" : rule,
                                it.limited()
                                        ? "limitation runs against it"
                                        : "no limitation runs against it"),
                "请求%s，%s；%s"
                        .formatted(
                                remedy.zh(),
                                rule == null ? "本规则集无相应规则" : rule,
                                it.limited() ? "适用诉讼时效" : "不适用诉讼时效"),
                rule == null ? List.of() : grounds.rule(rule));
    }

    private Explanation share(Claim claim, Share it) {
        String share = it.share().toPlainString();
        String amount = Figures.amount(it.amount());
        BigDecimal likely = claim.amount().likely();
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

    private static Explanation unassigned(Claim claim, BigDecimal unassigned) {
        List<Explanation> shares = new ArrayList<>();
        for (Share it : claim.shares()) {
            shares.add(given("share of " + it.party(), it.party() + "的份额", it.amount()));
        }
        String shown = Figures.amount(unassigned);
        Explanation left =
                Arithmetic.difference(
                        "likely less all shares",
                        "可能值减去各份额",
                        given("likely", "可能值", claim.amount().likely()),
                        Arithmetic.sum("all shares", "各份额合计", shares));
        return Explanation.of(
                        shown + " falls to no share",
                        shown + "未分配份额",
                        left,
                        given("at least", "至少", BigDecimal.ZERO))
                .figure(unassigned, Operation.GREATEST);
    }

    private Explanation recourse(Claim claim, Recourse it) {
        List<Explanation> why = new ArrayList<>();
        claim.shares().stream()
                .filter(share -> share.party().equals(it.from()))
                .forEach(share -> why.add(share(claim, share)));
        why.addAll(grounds.rule(it.rule()));
        answer.damages().parties().stream()
                .filter(party -> party.party().equals(it.from()))
                .map(party -> Terms.of(party.role()))
                .forEach(role ->
                        why.add(
                                Explanation.of(
                                        "party %s is %s".formatted(it.from(), role.en()),
                                        "主体%s为%s".formatted(it.from(), role.zh()),
                                        grounds.those(fact ->
                                                fact.data() instanceof PartyDeclared declared
                                                        && declared.party().equals(it.from())))));
        String amount = Figures.amount(it.amount());
        return Explanation.of(
                        "who paid claim %s for all may ask back %s from %s, %s"
                                .formatted(claim.claim(), amount, it.from(), it.rule()),
                        "已清偿索赔%s者可向%s追偿%s，%s"
                                .formatted(claim.claim(), it.from(), amount, it.rule()),
                        why)
                .figure(it.amount(), Operation.SUM);
    }
}
