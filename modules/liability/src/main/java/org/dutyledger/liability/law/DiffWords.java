package org.dutyledger.liability.law;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The sentences of a {@link RulebookDiff}, English and 简体中文. */
final class DiffWords {

    private static final Map<String, Wording> PARTS =
            Map.ofEntries(
                    part("roles", "rule on roles", "角色规则"),
                    part("duties", "duty", "义务"),
                    part("damages/regime", "rule on the basis of liability", "归责规则"),
                    part("damages/heads", "rule on heads of damage", "赔偿项目规则"),
                    part("damages/presumed_leak", "rule on leaks of personal data", "泄露推定规则"),
                    part("damages/defences", "defence", "抗辩"),
                    part("damages/presumptions", "presumption", "推定"),
                    part("damages/time_bars", "time bar", "时效"),
                    part("damages/punitive", "rule on punitive damages", "惩罚性赔偿规则"),
                    part("damages/defects", "defect", "缺陷来源"),
                    part("penalties", "penalty", "处罚"),
                    part("costs", "rule on the cost of acting", "处置费用规则"),
                    part("recourse", "rule on recourse", "追偿规则"),
                    part("remedies", "rule on remedies that are no money", "非金钱责任方式规则"),
                    part("quality", "standard of quality", "质量标准"),
                    part("limits", "limit of the policy", "政策限值"),
                    part("uncovered", "row that is only listed", "仅列示条目"));

    private static final Map<String, Wording> TERMS =
            Map.ofEntries(
                    part("article", "the article", "条文"),
                    part("source", "the source", "来源"),
                    part("confidence", "the confidence", "可信度"),
                    part("applies_from", "the first day", "起始日"),
                    part("applies_to", "the day on which it ends", "终止日"),
                    part("says", "what it says", "内容"),
                    part("interpretation_note", "the note on how it is read", "解读说明"),
                    part("why", "why it is only listed", "仅列示的理由"),
                    part("title", "the title", "标题"),
                    part("currency", "the currency", "货币"),
                    part("layer", "the layer", "层级"),
                    part("zone", "the time zone", "时区"),
                    part("sources", "the list of sources", "来源列表"),
                    part("basis", "the basis of liability", "归责原则"),
                    part("mental", "when mental harm counts", "精神损害的计入条件"),
                    part("period", "the period", "期限"),
                    part("clock", "the start of the clock", "起算点"),
                    part("to", "who must be told", "报送对象"),
                    part("classes", "the classes of version", "版本类别"),
                    part("severities", "the severities", "严重程度"),
                    part("standard", "the standard", "标准"),
                    part("multiple", "the multiple", "倍数"),
                    part("base", "the base", "基数"),
                    part("gate", "the gate", "适用条件"),
                    part("years", "the years", "年数"),
                    part("heads", "the heads", "项目"));

    private DiffWords() {}

    private static Map.Entry<String, Wording> part(String key, String en, String zh) {
        return Map.entry(key, new Wording(en, zh));
    }

    /** The parts that there are words for. */
    static Set<String> parts() {
        return PARTS.keySet();
    }

    static Wording row(RulebookDiff.Kind kind, String part, JsonNode row) {
        Wording name = PARTS.getOrDefault(part, new Wording(part, part));
        String rule = row.get("rule").stringValue();
        boolean added = kind == RulebookDiff.Kind.ADDED;
        String en = "%s, a %s, is %s".formatted(rule, name.en(), added ? "added" : "removed");
        String zh = "%s%s（%s）".formatted(added ? "新增" : "删除", rule, name.zh());
        JsonNode says = row.path("says");
        return says.isMissingNode()
                ? new Wording(en, zh)
                : new Wording(
                        en + ": " + says.get("en").stringValue(),
                        zh + "：" + says.get("zh").stringValue());
    }

    static Wording term(
            @Nullable String rule, String term, @Nullable JsonNode from, @Nullable JsonNode to) {
        Wording name = TERMS.getOrDefault(term, new Wording(term, term));
        String en = (rule == null ? "" : rule + ": ") + name.en();
        String zh = (rule == null ? "" : rule + "：") + name.zh();
        if (from == null && to != null) {
            return new Wording(
                    "%s is new: %s".formatted(en, english(to)),
                    "%s新增：%s".formatted(zh, chinese(to)));
        }
        if (to == null && from != null) {
            return new Wording(
                    "%s is gone, it was %s".formatted(en, english(from)),
                    "%s删除，原为%s".formatted(zh, chinese(from)));
        }
        return new Wording(
                "%s is %s, it was %s".formatted(en, english(to), english(from)),
                "%s为%s，原为%s".formatted(zh, chinese(to), chinese(from)));
    }

    private static String english(@Nullable JsonNode value) {
        return text(value, "en", ", ");
    }

    private static String chinese(@Nullable JsonNode value) {
        return text(value, "zh", "、");
    }

    private static String text(@Nullable JsonNode value, String language, String comma) {
        if (value == null) {
            return "";
        }
        if (value.has(language)) {
            return "“" + value.get(language).stringValue() + "”";
        }
        if (value.isArray()) {
            return value.values().stream()
                    .map(each -> text(each, language, comma))
                    .collect(Collectors.joining(comma));
        }
        if (value.isObject()) {
            return value.properties().stream()
                    .map(each -> each.getKey() + " " + text(each.getValue(), language, comma))
                    .collect(Collectors.joining(comma));
        }
        return value.isString() ? value.stringValue() : value.toString();
    }
}
