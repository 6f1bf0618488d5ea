package org.dutyledger.liability.answer;

import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.Duty.Status;
import org.dutyledger.liability.law.Citation;
import org.dutyledger.liability.law.Confidence;
import org.dutyledger.liability.law.Wording;

/** The law in words: citations, confidence, status. */
final class LawWords {

    private LawWords() {}

    /** A rule with what it says, how well it was read, and how an open point was read. */
    static Explanation rule(Citation rule) {
        List<Explanation> below = new ArrayList<>();
        Wording read = confidence(rule.confidence());
        below.add(
                Explanation.of(
                        "source %s, confidence %s: %s"
                                .formatted(rule.source(), rule.confidence(), read.en()),
                        "来源%s，可信度%s：%s".formatted(rule.source(), rule.confidence(), read.zh())));
        if (rule.appliesFrom() != null) {
            below.add(
                    Explanation.of(
                            "applies from " + rule.appliesFrom(),
                            "自" + rule.appliesFrom() + "起适用"));
        }
        if (rule.note() != null) {
            below.add(Explanation.of("read as: " + rule.note().en(), "解读：" + rule.note().zh()));
        }
        return Explanation.of(
                        "%s, %s: %s".formatted(rule.rule(), rule.article(), rule.says().en()),
                        "%s，%s：%s".formatted(rule.rule(), rule.article(), rule.says().zh()),
                        below)
                .on(new Explanation.Ground.OfRule(rule.rule(), rule.article()));
    }

    static Wording status(Status status) {
        return switch (status) {
            case NOT_APPLICABLE -> new Wording("does not apply", "不适用");
            case NOT_YET -> new Wording("has not arisen yet", "尚未产生");
            case PENDING -> new Wording("is pending", "待履行");
            case SATISFIED -> new Wording("is satisfied", "已履行");
            case BREACH -> new Wording("is in breach of a number in the statute", "违反法定期限");
            case POLICY_BREACH ->
                    new Wording(
                            "is in breach of the policy's measure of an open word",
                            "违反政策对开放性概念的衡量");
            case NEEDS_FINDING -> new Wording("needs a finding", "有待认定");
            case EXPIRED -> new Wording("has expired", "已届满");
        };
    }

    private static Wording confidence(Confidence confidence) {
        return switch (confidence) {
            case A -> new Wording("the primary text was read", "已读原文");
            case B ->
                    new Wording(
                            "quoted verbatim, or two independent professional sources",
                            "逐字引用或者两个独立专业来源");
            case C -> new Wording("one secondary source only", "仅一个二手来源");
            case UNVERIFIED -> new Wording("from memory, unverified", "凭记忆，未核实");
        };
    }
}
