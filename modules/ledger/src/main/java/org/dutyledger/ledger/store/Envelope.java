package org.dutyledger.ledger.store;

import java.time.Instant;
import java.util.function.Function;
import org.dutyledger.contract.codec.Instants;
import org.dutyledger.ledger.Concern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** Reads single members of a stored payload, and no further than the last of them. */
final class Envelope {

    /** Limits were kept when the payload was recorded. */
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNameLength(Integer.MAX_VALUE)
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .build())
                    .recyclerPool(JsonRecyclerPools.threadLocalPool())
                    .build();

    private Envelope() {}

    /** The member {@code time}, which facts and findings alike have. */
    static Instant time(byte[] payload) {
        return read(
                payload,
                p ->
                        to(p, "time")
                                ? Instants.read(
                                        p.getStringCharacters(),
                                        p.getStringOffset(),
                                        p.getStringLength())
                                : null);
    }

    /** Of a finding about exposure: its rulebook. */
    static Concern exposure(byte[] payload) {
        return read(
                payload,
                p ->
                        to(p, "law") && to(p, "rulebook")
                                ? new Concern(p.getString(), null, null)
                                : null);
    }

    /** Of a finding about a duty: which duty. */
    static Concern duty(byte[] payload) {
        return read(payload, Envelope::duty);
    }

    /** A finding's law is written before its duty, and the rule before what it is about. */
    private static @Nullable Concern duty(JsonParser p) {
        if (!to(p, "law") || !to(p, "rulebook")) {
            return null;
        }
        String rulebook = p.getString();
        while (p.nextName() != null) {
            p.nextToken();
            p.skipChildren();
        }
        if (!to(p, "duty") || !to(p, "rule")) {
            return null;
        }
        String rule = p.getString();
        return to(p, "about") ? new Concern(rulebook, rule, p.getString()) : null;
    }

    private static <T> T read(byte[] payload, Function<JsonParser, @Nullable T> how) {
        try (JsonParser p = JSON.createParser(ObjectReadContext.empty(), payload)) {
            p.nextToken();
            T found = how.apply(p);
            if (found == null) {
                throw new IllegalStateException("a stored event is not of a known form");
            }
            return found;
        }
    }

    /** On to the value of the next member of this name, or to the end of the object. */
    private static boolean to(JsonParser p, String wanted) {
        for (String name; (name = p.nextName()) != null; ) {
            p.nextToken();
            if (name.equals(wanted)) {
                return true;
            }
            p.skipChildren();
        }
        return false;
    }
}
