package org.dutyledger.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class InstantReaderTest {

    private final JsonMapper json = JsonMapper.builder().addModule(InstantReader.module()).build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-05-01T00:00:00Z",
                "2026-05-01T00:00:00.000000001Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z",
                "+10000-01-30T00:00:00Z"
            })
    void whatIsWrittenComesBack(String text) {
        Instant instant = Instant.parse(text);
        assertThat(json.readValue(json.writeValueAsString(instant), Instant.class))
                .isEqualTo(instant);
    }

    @Test
    void whatIsNoInstantIsRefused() {
        assertThatThrownBy(() -> json.readValue("\"yesterday\"", Instant.class))
                .hasMessageContaining("yesterday");
    }
}
