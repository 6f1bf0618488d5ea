package org.dutyledger.intake;

import java.util.List;
import java.util.Locale;
import org.dutyledger.contract.codec.Reading;
import org.dutyledger.contract.codec.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What became of one fact.
 *
 * @param source CloudEvents source; null: not readable
 * @param id CloudEvents id; null: not readable
 * @param verdict what became of it
 * @param reasons why not, when it was not recorded; otherwise empty
 */
public record FactVerdict(
        @Nullable String source, @Nullable String id, Outcome verdict, List<Reason> reasons) {

    /** The verdicts of the contract (section 1 and section 6). */
    public enum Outcome {
        /** It is in the record now. */
        RECORDED,
        /** It was there already, with the same content: nothing changed. */
        DUPLICATE,
        /** The same source and id was there with other content: kept readable, not recorded. */
        CONFLICT,
        /** It is not a valid fact: kept readable, not recorded. */
        REJECTED;

        static Outcome of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }

        /** As the contract writes it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static FactVerdict of(Arrival arrival, Outcome outcome, List<Reason> reasons) {
        return switch (arrival.reading()) {
            case Reading.Read read ->
                    new FactVerdict(
                            read.fact().key().source(), read.fact().key().id(), outcome, reasons);
            case Reading.Refused refused ->
                    new FactVerdict(refused.source(), refused.id(), outcome, reasons);
        };
    }
}
