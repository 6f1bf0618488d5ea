package org.dutyledger.liability.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dutyledger.liability.law.PaperItem.Home;

/**
 * The page that shows, for each item of the paper's checklist, what represents it, in Markdown,
 * from {@code paper.yaml} and the annotations in the rulebooks.
 */
public final class PaperPage {

    private static final String HEAD =
            """
            # The paper's checklist

            What a system must represent that implements the paper on product liability for generative AI, item by item, and what
            represents it here. Generated from `modules/liability/src/main/resources/paper.yaml` and from the `paper` of the rules under
            `rulebooks/` beside it; a test fails if this page is stale, if an item has no home, or if a home does not exist.

            A rule marked *listed* is shown with the reason why no fact decides it (`./dutyledger rulebook show ID --uncovered`).
            """;

    private final StringBuilder page = new StringBuilder(HEAD);

    private PaperPage() {}

    /** The whole page. */
    public static String markdown() {
        PaperPage page = new PaperPage();
        String part = "";
        for (PaperItem item : PaperItem.all()) {
            if (!item.part().equals(part)) {
                part = item.part();
                page.heading(part);
            }
            page.row(item);
        }
        return page.page.toString();
    }

    private void heading(String part) {
        page.append("\n## ").append(part).append("\n\n");
        page.append(
                "| id | § | the paper says | represented by | where |\n|---|---|---|---|---|\n");
    }

    private void row(PaperItem item) {
        List<String> what = new ArrayList<>();
        List<String> where = new ArrayList<>();
        rules(item.id())
                .forEach((rule, place) -> {
                    what.add("rule `" + rule + "`");
                    where.add(place);
                });
        Map<String, String> values = new LinkedHashMap<>();
        for (Home home : item.homes()) {
            if (values.merge(what(home), value(home), String::concat).equals(value(home))) {
                where.add(where(home));
            }
        }
        values.forEach((home, value) -> what.add(home + value));
        for (Home home : item.notYet()) {
            what.add("not represented yet: " + what(home) + value(home));
            where.add("-");
        }
        page.append("| ").append(item.id()).append(" | ").append(item.section());
        page.append(" | ").append(item.says()).append(" | ");
        page.append(String.join("<br>", what)).append(" | ");
        page.append(String.join("<br>", where)).append(" |\n");
    }

    /** The rules that name an item, each with the rulebooks in which it does and the article. */
    private static Map<String, String> rules(String item) {
        Map<String, Set<String>> rulebooks = new LinkedHashMap<>();
        Map<String, String> articles = new LinkedHashMap<>();
        for (Rulebook rulebook : Rulebooks.all()) {
            Set<String> listed = new TreeSet<>();
            rulebook.uncovered().forEach(it -> listed.add(it.citation().rule()));
            for (Citation cited : rulebook.citations()) {
                if (cited.paper().contains(item)) {
                    rulebooks
                            .computeIfAbsent(cited.rule(), rule -> new TreeSet<>())
                            .add("`" + rulebook.id() + "`");
                    String mark = listed.contains(cited.rule()) ? " (*listed*)" : "";
                    articles.putIfAbsent(cited.rule(), cited.article() + mark);
                }
            }
        }
        Map<String, String> places = new LinkedHashMap<>();
        articles.forEach((rule, article) ->
                places.put(
                        rule,
                        article + "; " + String.join(" ", rulebooks.getOrDefault(rule, Set.of()))));
        return places;
    }

    private static String what(Home home) {
        String field = home.field() == null ? "" : ", `" + home.field() + "`";
        String kind =
                switch (home.kind()) {
                    case FACT -> "fact";
                    case ANSWER -> "answer";
                    case POLICY -> "policy";
                    case COMMAND -> "command";
                    case REST -> "REST";
                    case RULEBOOK -> "rulebook";
                };
        return kind + " `" + home.name() + "`" + field;
    }

    private static String value(Home home) {
        return home.value() == null ? "" : " `" + home.value() + "`";
    }

    private static String where(Home home) {
        return switch (home.kind()) {
            case FACT ->
                    "[facts](facts.md#orgdutyledger%sv1)".formatted(home.name().replace(".", ""));
            case ANSWER -> "`assess`, `GET …/assessment`";
            case POLICY -> "policy file";
            case COMMAND -> "`./dutyledger " + home.name() + "`";
            case REST -> "`/api/openapi.json`";
            case RULEBOOK -> "`./dutyledger rulebook show " + home.name() + "`";
        };
    }
}
