package org.dutyledger.app.command;

import java.io.PrintWriter;
import org.dutyledger.liability.law.Citation;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Rulebook.Uncovered;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a rulebook lists without computing it: the law's rows that no fact decides, and why. */
record UncoveredRows(Rulebook rulebook, SpokenLanguage language) {

    void print(PrintWriter out, boolean table) {
        if (table) {
            table().print(out);
        } else {
            Answer.print(out, json());
        }
    }

    private Table table() {
        var table = new Table("RULE", "ARTICLE", "SOURCE", "SURE", "FROM", "SAYS", "WHY NOT");
        for (Uncovered each : rulebook.uncovered()) {
            Citation cited = each.citation();
            table.row(
                    cited.rule(),
                    cited.article(),
                    cited.source(),
                    cited.confidence().name(),
                    cited.appliesFrom() == null ? "" : cited.appliesFrom().toString(),
                    language.of(cited.says()),
                    language.of(each.why()));
        }
        return table;
    }

    private ObjectNode json() {
        ObjectNode answer = new JsonMapper().createObjectNode();
        answer.put("id", rulebook.id()).put("digest", rulebook.digest());
        ArrayNode rows = answer.putArray("uncovered");
        for (Uncovered each : rulebook.uncovered()) {
            Citation cited = each.citation();
            ObjectNode row = rows.addObject();
            row.put("rule", cited.rule())
                    .put("article", cited.article())
                    .put("source", cited.source())
                    .put("confidence", cited.confidence().name())
                    .put("says", language.of(cited.says()))
                    .put("why", language.of(each.why()));
            if (cited.appliesFrom() != null) {
                row.put("appliesFrom", cited.appliesFrom().toString());
            }
        }
        return answer;
    }
}
