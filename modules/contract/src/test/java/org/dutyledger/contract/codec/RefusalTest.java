package org.dutyledger.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A refused fact says every reason: where, which rule, what was found, what was expected. */
class RefusalTest {

    private static final String ENVELOPE =
            """
            {"specversion":"1.0","id":"f1","source":"/providers/acme/x","subject":"m",
             "type":"org.dutyledger.%s.v1","time":"2027-03-01T00:00:00Z"%s,"data":%s}\
            """;

    private static final String WINDOW =
            "\"version\":\"v1\",\"from\":\"2027-03-01T00:00:00Z\",\"to\":\"2027-03-02T00:00:00Z\"";

    private final FactReader reader = new FactReader();

    private static String fact(String type, String data) {
        return ENVELOPE.formatted(type, "", "{" + data + "}");
    }

    private static String fact(String type, String attributes, String data) {
        return ENVELOPE.formatted(type, "," + attributes, "{" + data + "}");
    }

    /** At the limit: accepted. */
    static Stream<Arguments> accepted() {
        return Stream.of(
                arguments(fact("coverage.observed", WINDOW + ",\"outputs\":5,\"warned\":5")),
                arguments(fact("coverage.observed", WINDOW + ",\"outputs\":0,\"warned\":0")),
                arguments(
                        fact(
                                "coverage.observed",
                                WINDOW + ",\"outputs\":9007199254740991,\"warned\":0.0")),
                arguments(
                        fact(
                                "risk.dismissed",
                                "\"risk\":\"" + "r".repeat(256) + "\",\"reason\":\"\"")),
                arguments(
                        fact(
                                "risk.dismissed",
                                "\"risk\":\"" + "漢".repeat(256) + "\",\"reason\":\"\"")),
                arguments(
                        fact(
                                "risk.dismissed",
                                "\"risk\":\"" + "😀".repeat(256) + "\",\"reason\":\"\"")),
                arguments(
                        fact(
                                "quality.assessed",
                                "\"version\":\"v1\",\"criteria\":{\"fairness\":1}")),
                arguments(
                        fact(
                                "quality.assessed",
                                "\"version\":\"v1\",\"criteria\":{\"fairness\":0}")),
                arguments(fact("incident.sized", sized("999999999999999999.999999", "CNY"))),
                arguments(
                        fact(
                                "incident.handled",
                                "\"partitionkey\":\"acme/m\"",
                                "\"incident\":\"i\"")),
                arguments(fact("incident.handled", "\"partitionkey\":null", "\"incident\":\"i\"")),
                arguments(
                        fact(
                                "incident.handled",
                                "\"dataschema\":\"https://dutyledger.org/schemas/org.dutyledger.incident.handled.v1.json\"",
                                "\"incident\":\"i\"")),
                arguments(
                        fact(
                                "incident.handled",
                                "\"recordedtime\":\"soon\"",
                                "\"incident\":\"i\"")),
                arguments(fact("incident.handled", "\"incident\":\"i\",\"deep\":" + nested(61))),
                arguments(
                        fact("incident.handled", "\"incident\":\"i\",\"long\":" + "1".repeat(100))),
                arguments(fact("remedy.measured", measured("P1DT2H3M4.5S"))));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void atTheLimit(String fact) {
        assertThat(reader.read(Samples.bytes(fact))).isInstanceOf(Reading.Read.class);
    }

    /** One beyond, missing, or of another kind: refused for this one reason. */
    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(
                        "/data/warned",
                        "order",
                        fact("coverage.observed", WINDOW + ",\"outputs\":5,\"warned\":6")),
                arguments(
                        "/data/warned",
                        "minimum",
                        fact("coverage.observed", WINDOW + ",\"outputs\":5,\"warned\":-1")),
                arguments(
                        "/data/outputs",
                        "maximum",
                        fact(
                                "coverage.observed",
                                WINDOW + ",\"outputs\":9007199254740992,\"warned\":1")),
                arguments(
                        "/data/outputs",
                        "type",
                        fact("coverage.observed", WINDOW + ",\"outputs\":5.5,\"warned\":1")),
                arguments(
                        "/data/outputs",
                        "type",
                        fact("coverage.observed", WINDOW + ",\"outputs\":\"5\",\"warned\":1")),
                arguments(
                        "/data/outputs",
                        "number",
                        fact("coverage.observed", WINDOW + ",\"outputs\":1e400,\"warned\":1")),
                arguments(
                        "/data/x",
                        "number",
                        fact("incident.handled", "\"incident\":\"i\",\"x\":1e999999999")),
                arguments(
                        "/data/x",
                        "number",
                        fact("incident.handled", "\"incident\":\"i\",\"x\":1e-400")),
                arguments(
                        "/data/from",
                        "order",
                        fact(
                                "coverage.observed",
                                WINDOW.replace("02T", "01T") + ",\"outputs\":5,\"warned\":5")),
                arguments(
                        "/data/to",
                        "required",
                        fact(
                                "warning.shown",
                                "\"version\":\"v\",\"outputs\":5,\"warned\":5,\"from\":\"2027-03-01T00:00:00Z\"")),
                arguments("/data/risk", "required", fact("risk.dismissed", "\"reason\":\"x\"")),
                arguments(
                        "/data/risk",
                        "minLength",
                        fact("risk.dismissed", "\"risk\":\"\",\"reason\":\"x\"")),
                arguments(
                        "/data/risk",
                        "maxLength",
                        fact(
                                "risk.dismissed",
                                "\"risk\":\"" + "r".repeat(257) + "\",\"reason\":\"x\"")),
                arguments(
                        "/data/risk",
                        "pattern",
                        fact("risk.dismissed", "\"risk\":\"a\\u0000\",\"reason\":\"x\"")),
                arguments(
                        "/data/risk",
                        "type",
                        fact("risk.dismissed", "\"risk\":null,\"reason\":\"x\"")),
                arguments(
                        "/data/severity",
                        "enum",
                        fact("risk.confirmed", "\"risk\":\"r\",\"severity\":\"S5\"")),
                arguments(
                        "/data/estimate/harmRate/low",
                        "order",
                        fact(
                                "risk.confirmed",
                                "\"risk\":\"r\",\"severity\":\"S1\",\"estimate\":{\"harmRate\":{\"low\":0.2,\"likely\":0.1,\"high\":0.3}}")),
                arguments(
                        "/data/estimate/lossPerHarm/likely",
                        "order",
                        fact(
                                "risk.confirmed",
                                "\"risk\":\"r\",\"severity\":\"S1\",\"estimate\":{\"lossPerHarm\":{\"low\":\"9\",\"likely\":\"11\",\"high\":\"10.5\",\"currency\":\"CNY\"}}")),
                arguments(
                        "/data/criteria/fairness",
                        "maximum",
                        fact(
                                "quality.assessed",
                                "\"version\":\"v1\",\"criteria\":{\"fairness\":1.0000000000000000001}")),
                arguments(
                        "/data/criteria/fairness",
                        "minimum",
                        fact(
                                "quality.assessed",
                                "\"version\":\"v1\",\"criteria\":{\"fairness\":-0.1}")),
                arguments(
                        "/data/directLoss/currency",
                        "required",
                        fact(
                                "incident.sized",
                                "\"incident\":\"i\",\"directLoss\":{\"amount\":\"1.00\"}")),
                arguments(
                        "/data/directLoss/currency",
                        "pattern",
                        fact("incident.sized", sized("1.00", "cny"))),
                arguments(
                        "/data/directLoss/amount",
                        "pattern",
                        fact("incident.sized", sized("1000000000000000000", "CNY"))),
                arguments(
                        "/data/directLoss/amount",
                        "pattern",
                        fact("incident.sized", sized("1.0000000", "CNY"))),
                arguments(
                        "/data/directLoss/amount",
                        "pattern",
                        fact("incident.sized", sized("-1.00", "CNY"))),
                arguments(
                        "/data/directLoss/amount",
                        "type",
                        fact(
                                "incident.sized",
                                "\"incident\":\"i\",\"directLoss\":{\"amount\":1.00,\"currency\":\"CNY\"}")),
                arguments("/data/window", "format", fact("remedy.measured", measured("P1M"))),
                arguments(
                        "/data/items/0/grade",
                        "required",
                        fact("harm.recorded", harm("{\"head\":\"disability\"}"))),
                arguments(
                        "/data/items/0/monthlyWage",
                        "required",
                        fact("harm.recorded", harm("{\"head\":\"funeral\"}"))),
                arguments(
                        "/data/items/0/head",
                        "enum",
                        fact("harm.recorded", harm("{\"head\":\"mental\"}"))),
                arguments(
                        "/data/digest",
                        "pattern",
                        fact(
                                "evidence.filed",
                                "\"digest\":\"sha-256:ABC\",\"mediaType\":\"text/plain\",\"about\":\"r\"")),
                arguments(
                        "/data/shares/acme",
                        "maximum",
                        fact(
                                "claim.advanced",
                                "\"claim\":\"c\",\"stage\":\"judged\",\"shares\":{\"acme\":1.5}")),
                arguments(
                        "/partitionkey",
                        "partition-key",
                        fact(
                                "incident.handled",
                                "\"partitionkey\":\"acme/other\"",
                                "\"incident\":\"i\"")),
                arguments(
                        "/dataschema",
                        "data-schema",
                        fact(
                                "incident.handled",
                                "\"dataschema\":\"/schemas/org.dutyledger.incident.sized.v1.json\"",
                                "\"incident\":\"i\"")),
                arguments(
                        "/datacontenttype",
                        "pattern",
                        fact(
                                "incident.handled",
                                "\"datacontenttype\":\"text/xml\"",
                                "\"incident\":\"i\"")),
                arguments(
                        "/data_base64",
                        "type",
                        fact("incident.handled", "\"data_base64\":\"AAAA\"", "\"incident\":\"i\"")),
                arguments("/type", "enum", fact("incident.forgotten", "\"incident\":\"i\"")),
                arguments(
                        "/time",
                        "required",
                        fact("incident.handled", "\"incident\":\"i\"")
                                .replace("\"time\"", "\"tim\"")),
                arguments(
                        "/time",
                        "format",
                        fact("incident.handled", "\"incident\":\"i\"").replace("00Z", "60Z")),
                arguments(
                        "/source",
                        "pattern",
                        fact("incident.handled", "\"incident\":\"i\"")
                                .replace("/providers/acme/", "/providers/Acme/")),
                arguments(
                        "/source",
                        "pattern",
                        fact("incident.handled", "\"incident\":\"i\"")
                                .replace("/providers/acme/", "urn:")),
                arguments(
                        "/subject",
                        "pattern",
                        fact("incident.handled", "\"incident\":\"i\"").replace("\"m\"", "\"M\"")),
                arguments(
                        "/specversion",
                        "const",
                        fact("incident.handled", "\"incident\":\"i\"")
                                .replace("\"1.0\"", "\"0.3\"")),
                arguments(
                        "/data",
                        "required",
                        fact("incident.handled", "").replace("\"data\"", "\"dat\"")),
                arguments("/data", "type", ENVELOPE.formatted("incident.handled", "", "[]")),
                arguments(
                        "/id",
                        "duplicate-key",
                        fact("incident.handled", "\"id\":\"f2\"", "\"incident\":\"i\"")),
                arguments(
                        "/data/x/y",
                        "duplicate-key",
                        fact("incident.handled", "\"incident\":\"i\",\"x\":{\"y\":1,\"y\":1}")),
                arguments(
                        "",
                        "limit",
                        fact("incident.handled", "\"incident\":\"i\",\"deep\":" + nested(63))),
                arguments(
                        "",
                        "limit",
                        fact("incident.handled", "\"incident\":\"i\",\"long\":" + "1".repeat(101))),
                arguments("", "json", fact("incident.handled", "\"incident\":\"i\",\"x\":NaN")),
                arguments("", "json", fact("incident.handled", "\"incident\":\"i\"") + "{}"),
                arguments("", "json", ""),
                arguments("", "json", "not json"),
                arguments("", "type", "[]"),
                arguments(
                        "",
                        "too-large",
                        fact(
                                "risk.reported",
                                "\"risk\":\"r\",\"text\":\"" + "x".repeat(10_000_000) + "\"")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void beyondTheLimit(String pointer, String rule, String fact) {
        List<Reason> reasons = refusal(Samples.bytes(fact)).reasons();

        assertThat(reasons)
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.pointer()).isEqualTo(pointer);
                    assertThat(reason.rule()).isEqualTo(rule);
                    assertThat(reason.found()).isNotBlank().hasSizeLessThan(130);
                    assertThat(reason.expected()).isNotBlank();
                });
    }

    @Test
    void everyReasonAtOnce() {
        String fact =
                """
                {"specversion":"1.1","id":"f1","source":"/providers/acme/x","subject":"m","subject":"n",
                 "type":"org.dutyledger.harm.recorded.v1","time":"yesterday","partitionkey":"acme/z",
                 "data":{"harm":"","version":"v","outputAt":"2027-03-01T00:00:00Z","ownFault":2,"age":1e999,
                         "items":[{"head":"medical"},{"head":"price","amount":{"amount":"1,00"}}]}}\
                """;

        assertThat(refusal(Samples.bytes(fact)).reasons())
                .extracting(reason -> reason.pointer() + " " + reason.rule())
                .containsExactlyInAnyOrder(
                        "/subject duplicate-key",
                        "/data/age number",
                        "/specversion const",
                        "/time format",
                        "/partitionkey partition-key",
                        "/data/harm minLength",
                        "/data/harmAt required",
                        "/data/ownFault maximum",
                        "/data/items/0/head enum",
                        "/data/items/1/amount/currency required",
                        "/data/items/1/amount/amount pattern");
    }

    @Test
    void everyTruncationIsAReason() {
        byte[] whole = Samples.bytes(fact("risk.dismissed", "\"risk\":\"r\",\"reason\":\"漢\""));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThat(refusal(cut).reasons())
                    .as("%d bytes", length)
                    .singleElement()
                    .extracting(Reason::rule)
                    .isIn(Reason.JSON, Reason.UTF_8);
        }
    }

    @Test
    void otherEncodingsAreAReason() {
        String fact = fact("risk.dismissed", "\"risk\":\"r\",\"reason\":\"é\"");
        assertThat(
                        Stream.of(
                                        StandardCharsets.ISO_8859_1,
                                        StandardCharsets.UTF_16,
                                        StandardCharsets.UTF_16LE,
                                        StandardCharsets.UTF_16BE)
                                .map(fact::getBytes))
                .allSatisfy(bytes ->
                        assertThat(refusal(bytes).reasons())
                                .extracting(Reason::rule)
                                .containsExactly(Reason.UTF_8));
        assertThat(refusal(Samples.bytes("\uFEFF" + fact)).reasons())
                .extracting(Reason::rule)
                .containsExactly(Reason.UTF_8);
    }

    @Test
    void whatCanBeReadIsSaid() {
        Reading.Refused refused =
                refusal(
                        Samples.bytes(
                                "{\"id\":\"a\\u0000\",\"source\":\"/s\",\"type\":7,\"subject\":\"m\",\"data\":{"));

        assertThat(refused.id()).isEqualTo("a\uFFFD");
        assertThat(refused.source()).isEqualTo("/s");
        assertThat(refused.type()).isNull();
        assertThat(refused.subject()).isEqualTo("m");
    }

    private Reading.Refused refusal(byte[] fact) {
        Reading reading = reader.read(fact);
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        assertThat(reading.bytes()).isSameAs(fact);
        return (Reading.Refused) reading;
    }

    private static String sized(String amount, String currency) {
        return "\"incident\":\"i\",\"directLoss\":{\"amount\":\"%s\",\"currency\":\"%s\"}"
                .formatted(amount, currency);
    }

    private static String measured(String window) {
        String counts = "{\"events\":1,\"outputs\":2}";
        return "\"remedy\":\"m\",\"risk\":\"r\",\"before\":%s,\"after\":%s,\"window\":\"%s\""
                .formatted(counts, counts, window);
    }

    private static String harm(String item) {
        return "\"harm\":\"h\",\"version\":\"v\",\"outputAt\":\"2027-03-01T00:00:00Z\","
                + "\"harmAt\":\"2027-03-01T00:00:00Z\",\"items\":["
                + item
                + "]";
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }
}
