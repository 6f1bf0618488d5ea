package org.dutyledger.liability.sensitivity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.dutyledger.contract.Exposure.Scenarios;
import org.dutyledger.liability.damage.JudgedDamages.Potential;
import org.dutyledger.liability.law.Language;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What would help, as JSON and as lines of text. */
public final class WhatWouldHelpWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private WhatWouldHelpWriter() {}

    /** Everything of it; texts in one language. */
    public static ObjectNode tree(WhatWouldHelp help, Language language) {
        ObjectNode out = JSON.objectNode();
        out.put("model", help.answer().model().toString());
        out.put("asOf", help.answer().asOf().toString());
        out.put("knownAt", help.answer().knownAt().toString());
        out.put("by", help.by().toString());
        out.set(
                "rulebook",
                named(help.answer().law().rulebook(), help.answer().law().rulebookDigest()));
        out.set("policy", named(help.answer().law().policy(), help.answer().law().policyDigest()));
        out.put("currency", help.answer().damages().realised().currency());
        out.set("without", standing(help.without()));
        ArrayNode changes = out.putArray("changes");
        help.changes().forEach(each -> changes.add(change(each, language)));
        out.put("tried", help.tried());
        out.put("untried", help.untried());
        out.put("text", text(help, language));
        return out;
    }

    /** A heading, then a line for each change, the one that saves most first. */
    public static String text(WhatWouldHelp help, Language language) {
        StringBuilder out = new StringBuilder(heading(help, language)).append('\n');
        int place = 1;
        for (Change each : help.changes()) {
            out.append("  ").append(place++).append(". ");
            out.append(each.says().in(language)).append('\n');
        }
        if (help.changes().isEmpty()) {
            out.append("  ").append(word(language, "nothing tried changes it", "所试事实均无影响"));
            out.append('\n');
        }
        out.append("  ").append(closing(help, language)).append('\n');
        return out.toString();
    }

    private static String heading(WhatWouldHelp help, Language language) {
        Scenarios realised = help.without().realised();
        return word(
                        language,
                        "%s under %s, compared as of %s if outputs go on as in the last windows:"
                                + " damages %s to %s, likely %s, expected future harm %s %s,"
                                + " duties in breach %d",
                        "%s在%s下，比较时点%s（输出量按最后统计窗口延续）：赔偿%s至%s，可能值%s，预期未来损害%s %s，违反义务%d项")
                .formatted(
                        help.answer().model(),
                        help.answer().law().rulebook(),
                        help.by(),
                        amount(realised.low()),
                        amount(realised.high()),
                        amount(realised.likely()),
                        amount(help.without().potential().mean()),
                        help.answer().damages().realised().currency(),
                        help.without().breached().size());
    }

    private static String closing(WhatWouldHelp help, Language language) {
        String cut =
                help.untried() == 0
                        ? ""
                        : word(
                                        language,
                                        "; %d more were not tried, ask for a higher limit",
                                        "；另有%d项未试，可提高上限")
                                .formatted(help.untried());
        return word(language, "%d candidates tried, %d change it%s", "共试%d项，其中%d项有影响%s")
                .formatted(help.tried(), help.changes().size(), cut);
    }

    private static String word(Language language, String en, String zh) {
        return switch (language) {
            case EN -> en;
            case ZH -> zh;
        };
    }

    private static ObjectNode change(Change change, Language language) {
        ObjectNode out = JSON.objectNode();
        out.put("candidate", change.candidate().says().in(language));
        out.put("says", change.says().in(language));
        out.put("saved", amount(change.saved()));
        out.put("savedAtMost", amount(change.savedAtMost()));
        out.set("mended", texts(change.mended()));
        out.set("broken", texts(change.broken()));
        out.set("with", standing(change.with()));
        return out;
    }

    private static ObjectNode standing(Standing standing) {
        ObjectNode out = JSON.objectNode();
        ObjectNode realised = out.putObject("realised");
        realised.put("low", amount(standing.realised().low()));
        realised.put("likely", amount(standing.realised().likely()));
        realised.put("high", amount(standing.realised().high()));
        Potential expected = standing.potential();
        ObjectNode potential = out.putObject("potential");
        potential.put("p10", amount(expected.p10()));
        potential.put("p50", amount(expected.p50()));
        potential.put("p90", amount(expected.p90()));
        potential.put("mean", amount(expected.mean()));
        out.set("breached", texts(standing.breached()));
        return out;
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode out = JSON.arrayNode();
        texts.forEach(out::add);
        return out;
    }

    private static ObjectNode named(String id, String digest) {
        ObjectNode out = JSON.objectNode();
        out.put("id", id);
        out.put("digest", digest);
        return out;
    }

    private static String amount(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
