package org.dutyledger.alerting.row;

import org.dutyledger.contract.codec.InstantReader;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How rows keep values as text: every instant exact; what a later version adds is passed over. */
public final class AlertJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(InstantReader.module())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private AlertJson() {}

    /** As text. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** From text. */
    public static <T> T read(String text, Class<T> type) {
        return MAPPER.readValue(text, type);
    }
}
