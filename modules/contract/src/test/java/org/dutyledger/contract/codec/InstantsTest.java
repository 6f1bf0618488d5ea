package org.dutyledger.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Semantics rule 1. */
class InstantsTest {

    @ParameterizedTest
    @CsvSource({
        "2027-03-01T08:00:00+08:00, 2027-03-01T00:00:00Z",
        "2027-03-01T00:00:00Z, 2027-03-01T00:00:00Z",
        "2027-03-01t00:00:00z, 2027-03-01T00:00:00Z",
        "2027-03-01T00:00:00-00:00, 2027-03-01T00:00:00Z",
        "2027-03-01T00:00:00.5Z, 2027-03-01T00:00:00.500Z",
        "2027-03-01T00:00:00.123456Z, 2027-03-01T00:00:00.123456Z",
        "2027-03-01T00:00:00.1234567Z, 2027-03-01T00:00:00.123456700Z",
        "2027-03-01T00:00:00.000000001Z, 2027-03-01T00:00:00.000000001Z",
        "2027-03-01T00:00:00.000Z, 2027-03-01T00:00:00Z",
        "2028-02-29T23:59:59+23:59, 2028-02-29T00:00:59Z",
        "2000-02-29T00:00:00Z, 2000-02-29T00:00:00Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999999Z",
        "1969-12-31T23:59:59.5Z, 1969-12-31T23:59:59.500Z"
    })
    void readsAndPrints(String text, String printed) {
        assertThat(Instants.read(text)).isNotNull();
        assertThat(Instants.print(Instants.read(text))).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2027",
                "2027-03-01",
                "2027-03-01T00:00:00",
                "2027-03-01T00:00Z",
                "2027-03-01T00:00:60Z",
                "2027-03-01T23:59:60Z",
                "2027-03-01T24:00:00Z",
                "2027-03-01T00:60:00Z",
                "2027-02-29T00:00:00Z",
                "1900-02-29T00:00:00Z",
                "2027-04-31T00:00:00Z",
                "2027-13-01T00:00:00Z",
                "2027-00-01T00:00:00Z",
                "2027-01-00T00:00:00Z",
                "2027-03-01 00:00:00Z",
                "2027-03-01T00:00:00.Z",
                "2027-03-01T00:00:00.1234567890Z",
                "2027-03-01T00:00:00,5Z",
                "2027-03-01T00:00:00+8",
                "2027-03-01T00:00:00+0800",
                "2027-03-01T00:00:00+24:00",
                "2027-03-01T00:00:00+08:60",
                "2027-03-01T00:00:00ZZ",
                " 2027-03-01T00:00:00Z",
                "2027-03-01T00:00:00Z ",
                "+2027-03-01T00:00:00Z",
                "12027-03-01T00:00:00Z",
                "2027-3-1T00:00:00Z",
                "2O27-03-01T00:00:00Z",
                "２０27-03-01T00:00:00Z",
                "0000-01-01T00:00:00+00:01",
                "9999-12-31T23:59:59-00:01",
                "2027-03-01T00:00:00.5"
            })
    void refuses(String text) {
        assertThat(Instants.read(text)).isNull();
    }

    @Test
    void agreesWithTheCalendarOfThePlatform() {
        long seed = 42;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 100_000; i++) {
            Instant instant =
                    Instant.ofEpochSecond(
                            random.nextLong(-62_100_000_000L, 253_400_000_000L),
                            random.nextInt(1_000_000_000));
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(random.nextInt(-1080, 1081) * 60);
            OffsetDateTime local = instant.atOffset(offset);
            String text = local.toString();
            if (local.getSecond() == 0 && local.getNano() == 0) {
                text = text.replaceFirst("(T\\d\\d:\\d\\d)", "$1:00");
            }
            assertThat(Instants.read(text)).as("seed %d: %s", seed, text).isEqualTo(instant);
        }
    }
}
