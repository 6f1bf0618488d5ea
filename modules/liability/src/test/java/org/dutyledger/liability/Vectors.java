package org.dutyledger.liability;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hand-computed vectors for unit tests, {@code vectors.json}. */
public final class Vectors {

    private Vectors() {}

    /** The vectors of one name. */
    public static List<JsonNode> of(String name) {
        JsonNode all =
                JsonMapper.shared().readTree(Vectors.class.getResourceAsStream("/vectors.json"));
        return List.copyOf(all.required(name).values());
    }
}
