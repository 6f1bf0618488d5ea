package org.dutyledger.contract.codec;

import java.util.List;
import org.dutyledger.contract.Fact;
import org.jspecify.annotations.Nullable;

/** What became of the bytes of one CloudEvent. */
public sealed interface Reading {

    /** The bytes, as they came. */
    byte[] bytes();

    /** A valid fact. */
    record Read(Fact fact, byte[] bytes) implements Reading {}

    /**
     * Not a valid fact.
     *
     * @param reasons all of them, at least one, those of the JSON itself first
     * @param source as far as readable; null: not
     * @param id as far as readable; null: not
     * @param type as far as readable; null: not
     * @param subject as far as readable; null: not
     */
    record Refused(
            byte[] bytes,
            List<Reason> reasons,
            @Nullable String source,
            @Nullable String id,
            @Nullable String type,
            @Nullable String subject)
            implements Reading {}
}
