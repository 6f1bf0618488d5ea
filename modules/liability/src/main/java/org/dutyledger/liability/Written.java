package org.dutyledger.liability;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
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
        List<Verdicts> verdicts) {

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

    /** What is held under one law. */
    record Verdicts(Law law, List<Held> held, Exposure told) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Typed {}

    @Nullable Verdicts under(Law law) {
        return verdicts.stream().filter(it -> it.law().equals(law)).findFirst().orElse(null);
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(this);
    }

    static Written read(byte[] bytes) {
        Written written;
        try {
            written = JSON.readValue(bytes, Written.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not the state of a dossier", e);
        }
        if (written.revision() != REVISION) {
            throw new IllegalArgumentException("state of revision " + written.revision());
        }
        return written;
    }
}
