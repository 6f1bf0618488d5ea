package org.dutyledger.contract.codec;

import static org.dutyledger.contract.codec.Kinds.NAME;
import static org.dutyledger.contract.codec.Kinds.NOTE;
import static org.dutyledger.contract.codec.Kinds.RATE;
import static org.dutyledger.contract.codec.Kinds.ignored;
import static org.dutyledger.contract.codec.Kinds.list;
import static org.dutyledger.contract.codec.Kinds.word;
import static org.dutyledger.contract.codec.Kinds.words;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.contract.FactData.Activity;
import org.dutyledger.contract.FactData.Control;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.contract.FactData.ModelWithdrawn;
import org.dutyledger.contract.FactData.MonitoringPerformed;
import org.dutyledger.contract.FactData.PartyDeclared;
import org.dutyledger.contract.FactData.QualityAssessed;

/** Facts about a model, who makes it, and how it is watched. */
final class ModelShapes {

    private static final List<String> CRITERIA =
            List.of("transparency", "data-provenance", "training-method", "fairness");

    private ModelShapes() {}

    static Shape<PartyDeclared> partyDeclared() {
        return new Shape<>(v ->
                new PartyDeclared(v.get(0), v.get(1), v.or(2, List.of()), v.maybe(3), v.maybe(4)))
                .needs("party", NAME)
                .needs("activities", list(words(Activity.class)))
                .takes("controls", list(words(Control.class)))
                .takes("versions", list(NAME))
                .takes("name", NOTE);
    }

    static Shape<ModelReleased> modelReleased() {
        return new Shape<>(v ->
                new ModelReleased(
                        v.get(0),
                        v.get(1),
                        v.maybe(2),
                        v.maybe(3),
                        v.maybe(4),
                        v.maybe(5),
                        v.or(6, List.of()),
                        v.or(7, List.of()),
                        v.or(8, List.of())))
                .needs("version", NAME)
                .needs("jurisdictions", list(JURISDICTION))
                .takes("previous", NAME)
                .takes("substantialModification", Kinds.FLAG)
                .takes("surfaces", list(NAME))
                .takes("topics", list(NAME))
                .takes("classes", list(CLASS))
                .takes("fixes", list(NAME))
                .takes("reintroduces", list(NAME))
                .takes("trainingData", ignored(list(NOTE)));
    }

    private static final Kind<String> JURISDICTION =
            word("CN", "EU", "JP", "KR", "UK", "US-CA", "US-IL", "US-NY");

    private static final Kind<String> CLASS =
            word("eu-high-risk", "eu-gpai-systemic", "us-frontier", "us-large-frontier");

    static Shape<ModelWithdrawn> modelWithdrawn() {
        return new Shape<>(v -> new ModelWithdrawn(v.get(0), v.maybe(1)))
                .needs("version", NAME)
                .takes("reason", NOTE);
    }

    static Shape<MonitoringPerformed> monitoringPerformed() {
        return new Shape<>(
                        v -> new MonitoringPerformed(v.get(0), v.maybe(1), v.maybe(2), v.maybe(3)))
                .needs("mechanism", NAME)
                .takes("topics", list(NAME))
                .takes("versions", list(NAME))
                .takes("result", NOTE);
    }

    static Shape<QualityAssessed> qualityAssessed() {
        return new Shape<>(v -> new QualityAssessed(v.get(0), v.get(1), v.maybe(2), v.maybe(3)))
                .needs("version", NAME)
                .needs("criteria", criteria())
                .takes("standard", NOTE)
                .takes("assessor", NOTE);
    }

    private static Shape<Map<String, BigDecimal>> criteria() {
        Shape<Map<String, BigDecimal>> shape = new Shape<>(ModelShapes::criteria);
        CRITERIA.forEach(criterion -> shape.takes(criterion, RATE));
        return shape;
    }

    private static Map<String, BigDecimal> criteria(Values values) {
        Map<String, BigDecimal> criteria = new LinkedHashMap<>();
        for (int i = 0; i < CRITERIA.size(); i++) {
            BigDecimal value = values.maybe(i);
            if (value != null) {
                criteria.put(CRITERIA.get(i), value);
            }
        }
        return Collections.unmodifiableMap(criteria);
    }
}
