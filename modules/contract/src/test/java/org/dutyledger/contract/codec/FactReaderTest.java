package org.dutyledger.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.RiskConfirmed;
import org.dutyledger.contract.FactData.Severity;
import org.junit.jupiter.api.Test;

/** A valid fact is read whole; what is not one is refused. */
class FactReaderTest {

    private static final String FACT =
            """
            {"specversion": "1.0", "id": "f1", "source": "/providers/acme/triage", "subject": "medchat",
             "type": "org.dutyledger.risk.confirmed.v1", "time": "2027-03-01T10:00:00.5+08:00",
             "recordedtime": "2027-03-02T00:00:00Z",
             "data": {"risk": "R-1", "severity": "S1", "cvss": {"baseScore": 7.5}}}
            """;

    private final FactReader reader = new FactReader();

    @Test
    void everySampleIsAccepted() {
        assertThat(Samples.all())
                .hasSizeGreaterThan(400)
                .allSatisfy(line ->
                        assertThat(reader.readRecorded(Samples.bytes(line)))
                                .isInstanceOf(Reading.Read.class));
    }

    @Test
    void readsTheFact() {
        Fact fact = fact(reader.read(Samples.bytes(FACT)));

        assertThat(fact.id()).isEqualTo("f1");
        assertThat(fact.model()).hasToString("acme/medchat");
        assertThat(fact.time()).isEqualTo(Instant.parse("2027-03-01T02:00:00.5Z"));
        assertThat(fact.data())
                .isInstanceOfSatisfying(
                        RiskConfirmed.class,
                        risk -> {
                            assertThat(risk.severity()).isEqualTo(Severity.S1);
                            assertThat(risk.versions()).isNull();
                            assertThat(risk.cause()).isEmpty();
                        });
    }

    @Test
    void recordTimeIsTakenFromFilesOnly() {
        assertThat(fact(reader.read(Samples.bytes(FACT))).recorded())
                .isEqualTo(Instant.parse("2027-03-01T02:00:00.5Z"));
        assertThat(fact(reader.readRecorded(Samples.bytes(FACT))).recorded())
                .isEqualTo(Instant.parse("2027-03-02T00:00:00Z"));
    }

    @Test
    void dataMayComeBeforeTheType() {
        String before =
                FACT.replace(
                                "{\"specversion\"",
                                "{\"data\": {\"risk\": \"R-1\", \"severity\": \"S1\"}, \"specversion\"")
                        .replaceAll(
                                "(?s),\\s*\"data\": \\{\"risk\": \"R-1\", \"severity\": \"S1\", .*",
                                "}");

        assertThat(fact(reader.read(Samples.bytes(before))).data())
                .isInstanceOf(RiskConfirmed.class);
    }

    private static Fact fact(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).fact();
    }
}
