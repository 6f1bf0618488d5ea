package org.dutyledger.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.dutyledger.contract.codec.Reason;
import org.dutyledger.intake.FactVerdict;
import org.dutyledger.intake.Origin;
import org.dutyledger.intake.RejectedFact;
import org.jspecify.annotations.Nullable;

/**
 * Something that arrived and was not recorded.
 *
 * @param verdict {@code rejected} or {@code conflict}
 * @param state {@code open} or {@code retried}
 * @param source CloudEvents source as far as readable
 * @param fact CloudEvents id as far as readable
 * @param origin where it came in
 * @param size in bytes, as it arrived
 * @param content what arrived; absent in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RejectedEntry(
        String id,
        String verdict,
        String state,
        List<Reason> reasons,
        @Nullable String source,
        @Nullable String fact,
        @Nullable String type,
        @Nullable String model,
        Door origin,
        Instant received,
        long size,
        @Nullable String content) {

    static RejectedEntry of(RejectedFact rejected) {
        return new RejectedEntry(
                Long.toString(rejected.id()),
                rejected.verdict().text(),
                rejected.state().name().toLowerCase(Locale.ROOT),
                rejected.reasons(),
                rejected.source(),
                rejected.fact(),
                rejected.type(),
                rejected.model(),
                Door.of(rejected.origin()),
                rejected.received(),
                rejected.size(),
                rejected.content());
    }

    /** Where a fact came in. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Door(
            String door,
            @Nullable String topic,
            @Nullable Integer partition,
            @Nullable Long offset) {

        static Door of(Origin origin) {
            return switch (origin) {
                case Origin.Kafka(String topic, int partition, long offset) ->
                        new Door(origin.door(), topic, partition, offset);
                case Origin.Http() -> new Door(origin.door(), null, null, null);
            };
        }
    }

    /** What became of it when it was tried again. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Verdict(
            @Nullable String source, @Nullable String id, String verdict, List<Reason> reasons) {

        static Verdict of(FactVerdict verdict) {
            return new Verdict(
                    verdict.source(), verdict.id(), verdict.verdict().text(), verdict.reasons());
        }
    }
}
