package org.dutyledger.contract.codec;

import static org.dutyledger.contract.codec.Kinds.COUNT;
import static org.dutyledger.contract.codec.Kinds.DURATION;
import static org.dutyledger.contract.codec.Kinds.INSTANT;
import static org.dutyledger.contract.codec.Kinds.NAME;
import static org.dutyledger.contract.codec.Kinds.NOTE;
import static org.dutyledger.contract.codec.Kinds.RATE;
import static org.dutyledger.contract.codec.Kinds.list;
import static org.dutyledger.contract.codec.Kinds.words;
import static org.dutyledger.contract.codec.MoneyShape.MONEY;

import java.math.BigDecimal;
import org.dutyledger.contract.FactData.Counts;
import org.dutyledger.contract.FactData.Measure;
import org.dutyledger.contract.FactData.RemedyApplied;
import org.dutyledger.contract.FactData.RemedyMeasured;
import org.dutyledger.contract.FactData.RemedyPlanned;
import org.dutyledger.contract.FactData.RemedyReverted;

/** Facts about remedies. */
final class RemedyShapes {

    private static final Shape<Counts> COUNTS =
            new Shape<>(v -> new Counts(v.get(0), v.get(1)))
                    .needs("events", COUNT)
                    .needs("outputs", COUNT);

    private RemedyShapes() {}

    static Shape<RemedyPlanned> remedyPlanned() {
        return new Shape<>(v -> new RemedyPlanned(v.get(0), v.get(1), v.get(2), v.maybe(3)))
                .needs("remedy", NAME)
                .needs("risks", list(NAME))
                .needs("measure", words(Measure.class))
                .takes("due", INSTANT);
    }

    static Shape<RemedyApplied> remedyApplied() {
        return new Shape<>(v ->
                new RemedyApplied(
                        v.get(0),
                        v.get(1),
                        v.get(2),
                        v.maybe(3),
                        v.or(4, BigDecimal.ONE),
                        v.maybe(5)))
                .needs("remedy", NAME)
                .needs("risks", list(NAME))
                .needs("measure", words(Measure.class))
                .takes("versions", list(NAME))
                .takes("rollout", RATE)
                .takes("cost", MONEY);
    }

    static Shape<RemedyMeasured> remedyMeasured() {
        return new Shape<>(
                        v -> new RemedyMeasured(v.get(0), v.get(1), v.get(2), v.get(3), v.maybe(4)))
                .needs("remedy", NAME)
                .needs("risk", NAME)
                .needs("before", COUNTS)
                .needs("after", COUNTS)
                .takes("window", DURATION);
    }

    static Shape<RemedyReverted> remedyReverted() {
        return new Shape<>(v -> new RemedyReverted(v.get(0), v.maybe(1)))
                .needs("remedy", NAME)
                .takes("reason", NOTE);
    }
}
