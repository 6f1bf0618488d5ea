package org.dutyledger.liability;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.dutyledger.contract.Exposure;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData;
import org.dutyledger.contract.FactKey;
import org.dutyledger.contract.Finding.Law;
import org.dutyledger.liability.duty.Held;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/**
 * A dossier's state as it is written down.
 *
 * @param doubted whether something was filed that was not judged yet
 */
record Written(
        int revision,
        Instant asOf,
        boolean doubted,
        List<Fact> facts,
        List<FactKey> withdrawn,
        List<Verdicts> verdicts,
        Away.Index away) {

    /** Goes up whenever an older reader would misunderstand. */
    static final int REVISION = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addMixIn(FactData.class, Typed.class)
                    .registerSubtypes(
                            Arrays.stream(FactData.class.getPermittedSubclasses())
                                    .map(it -> new NamedType(it, it.getSimpleName()))
                                    .toArray(NamedType[]::new))
                    .changeDefaultPropertyInclusion(
                            it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    /**
     * What was put away of a state.
     *
     * @param elsewhere keys of parts that hold what this one only points to
     */
    record Part(int revision, List<Fact> facts, List<UnderLaw> verdicts, List<String> elsewhere) {
        byte[] bytes() {
            return Packed.pack(JSON.writeValueAsBytes(this));
        }

        static Part read(byte[] bytes) {
            return known(bytes, Part.class, Part::revision);
        }
    }

    /** What was held of one subject under one law. */
    record UnderLaw(Law law, List<Held> held) {}

    /** What is held under one law. */
    record Verdicts(Law law, List<Held> held, Exposure told) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Typed {}

    @Nullable Verdicts under(Law law) {
        return verdicts.stream().filter(it -> it.law().equals(law)).findFirst().orElse(null);
    }

    byte[] bytes() {
        return Packed.pack(JSON.writeValueAsBytes(this));
    }

    static Written read(byte[] bytes) {
        return known(bytes, Written.class, Written::revision);
    }

    private static <T> T known(byte[] bytes, Class<T> type, ToIntFunction<T> revision) {
        T written;
        try {
            written = JSON.readValue(Packed.unpack(bytes), type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not the state of a dossier", e);
        }
        if (revision.applyAsInt(written) != REVISION) {
            throw new IllegalArgumentException("state of revision " + revision.applyAsInt(written));
        }
        return written;
    }
}
