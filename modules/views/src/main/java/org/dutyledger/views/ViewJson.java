package org.dutyledger.views;

import org.dutyledger.contract.codec.InstantReader;
import tools.jackson.databind.json.JsonMapper;

/** How view rows keep a record of the contract as text: every instant and amount exact. */
class ViewJson {

    private final JsonMapper mapper =
            JsonMapper.builder().addModule(InstantReader.module()).build();

    String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    <T> T read(String text, Class<T> type) {
        return mapper.readValue(text, type);
    }
}
