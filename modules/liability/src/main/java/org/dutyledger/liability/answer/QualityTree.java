package org.dutyledger.liability.answer;

import static java.util.Comparator.comparing;

import java.util.List;
import org.dutyledger.liability.quality.Quality;
import org.dutyledger.liability.quality.Quality.Coverage;
import org.dutyledger.liability.quality.Quality.Criterion;
import org.dutyledger.liability.quality.Quality.Kept;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The parts of quality, as JSON. */
final class QualityTree {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private QualityTree() {}

    static JsonNode quality(Quality quality) {
        ObjectNode out = JSON.objectNode();
        out.put("version", quality.version());
        out.put("rule", quality.rule());
        out.set(
                "criteria",
                Trees.array(
                        quality.criteria(),
                        comparing(Criterion::criterion),
                        QualityTree::criterion));
        out.set("missing", Trees.texts(quality.missing().stream().sorted().toList()));
        ObjectNode warning = JSON.objectNode();
        warning.set("duties", kept(quality.warning()));
        Coverage coverage = quality.coverage();
        if (coverage != null) {
            warning.put("outputs", coverage.outputs());
            warning.put("warned", coverage.warned());
        }
        out.set("warning", warning);
        ObjectNode remediation = JSON.objectNode();
        remediation.set("duties", kept(quality.remediation()));
        out.set("remediation", remediation);
        return out;
    }

    private static JsonNode criterion(Criterion criterion) {
        ObjectNode out = JSON.objectNode();
        out.put("criterion", criterion.criterion());
        out.put("value", criterion.value());
        if (criterion.standard() != null) {
            out.put("standard", criterion.standard());
        }
        if (criterion.assessor() != null) {
            out.put("assessor", criterion.assessor());
        }
        out.put("at", criterion.at().toString());
        out.put("because", criterion.fact());
        return out;
    }

    private static JsonNode kept(List<Kept> duties) {
        return Trees.array(
                duties,
                comparing(Kept::rule).thenComparing(Kept::about),
                each -> {
                    ObjectNode out = JSON.objectNode();
                    out.put("rule", each.rule());
                    out.put("about", each.about());
                    out.put("status", each.status().name());
                    out.put("late", each.late());
                    out.put("hoursInBreach", Figures.hours(each.breached()));
                    return out;
                });
    }
}
