package org.dutyledger.contract.codec;

import static org.dutyledger.contract.codec.Kinds.AMOUNT;
import static org.dutyledger.contract.codec.Kinds.FLAG;
import static org.dutyledger.contract.codec.Kinds.NAME;
import static org.dutyledger.contract.codec.Kinds.NOTE;
import static org.dutyledger.contract.codec.Kinds.PROSE;
import static org.dutyledger.contract.codec.Kinds.RATE;
import static org.dutyledger.contract.codec.Kinds.list;
import static org.dutyledger.contract.codec.Kinds.word;
import static org.dutyledger.contract.codec.Kinds.words;

import java.math.BigDecimal;
import java.util.List;
import org.dutyledger.contract.FactData.Defect;
import org.dutyledger.contract.FactData.Estimate;
import org.dutyledger.contract.FactData.Range;
import org.dutyledger.contract.FactData.RiskConfirmed;
import org.dutyledger.contract.FactData.RiskDismissed;
import org.dutyledger.contract.FactData.RiskReported;
import org.dutyledger.contract.FactData.RiskRescored;
import org.dutyledger.contract.FactData.Severity;

/** Facts about risks. */
final class RiskShapes {

    private static final Kind<Severity> SEVERITY = words(Severity.class, Enum::name);

    /** A range of amounts with its currency, until the estimate takes them apart. */
    private record Loss(Range range, String currency) {}

    private RiskShapes() {}

    static Shape<RiskReported> riskReported() {
        return new Shape<>(v ->
                new RiskReported(v.get(0), v.maybe(1), v.maybe(2), v.or(3, true), v.or(4, true)))
                .needs("risk", NAME)
                .takes("report", NAME)
                .takes("reporter", word("user", "researcher", "internal", "regulator", "partner"))
                .takes("credible", FLAG)
                .takes("independent", FLAG)
                .takes("text", PROSE);
    }

    static Shape<RiskConfirmed> riskConfirmed() {
        return new Shape<>(v ->
                new RiskConfirmed(
                        v.get(0),
                        v.get(1),
                        v.maybe(2),
                        v.maybe(3),
                        v.maybe(4),
                        v.maybe(5),
                        v.maybe(6),
                        v.or(7, List.of()),
                        v.maybe(8)))
                .needs("risk", NAME)
                .needs("severity", SEVERITY)
                .takes("title", NOTE)
                .takes("hazard", NOTE)
                .takes("defect", words(Defect.class))
                .takes("versions", list(NAME))
                .takes("topics", list(NAME))
                .takes("cause", list(word("algorithm", "training-data", "user-input")))
                .takes("estimate", estimate());
    }

    static Shape<RiskRescored> riskRescored() {
        return new Shape<>(v -> new RiskRescored(v.get(0), v.get(1), v.maybe(2), v.maybe(3)))
                .needs("risk", NAME)
                .needs("severity", SEVERITY)
                .takes("estimate", estimate())
                .takes("reason", NOTE);
    }

    static Shape<RiskDismissed> riskDismissed() {
        return new Shape<>(v -> new RiskDismissed(v.get(0), v.get(1)))
                .needs("risk", NAME)
                .needs("reason", NOTE);
    }

    private static Shape<Estimate> estimate() {
        return new Shape<>(RiskShapes::estimate)
                .takes("harmRate", range(RATE))
                .takes("lossPerHarm", loss());
    }

    private static Estimate estimate(Values v) {
        Range rate = v.maybe(0);
        Loss loss = v.maybe(1);
        return loss == null
                ? new Estimate(rate, null, null)
                : new Estimate(rate, loss.range(), loss.currency());
    }

    private static Shape<Range> range(Kind<BigDecimal> kind) {
        return ranging(new Shape<>(v -> new Range(v.get(0), v.get(1), v.get(2))), kind);
    }

    private static Shape<Loss> loss() {
        Shape<Loss> shape =
                new Shape<>(v -> new Loss(new Range(v.get(0), v.get(1), v.get(2)), v.get(3)));
        return ranging(shape, AMOUNT).needs("currency", MoneyShape.CURRENCY);
    }

    private static <T> Shape<T> ranging(Shape<T> shape, Kind<BigDecimal> kind) {
        return shape.needs("low", kind)
                .needs("likely", kind)
                .needs("high", kind)
                .ordered("low", "likely", true)
                .ordered("likely", "high", true);
    }
}
