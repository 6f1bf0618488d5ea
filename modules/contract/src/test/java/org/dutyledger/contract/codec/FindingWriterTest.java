package org.dutyledger.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Exposure;
import org.dutyledger.contract.Exposure.Scenarios;
import org.dutyledger.contract.Finding;
import org.dutyledger.contract.ModelId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Findings leave as CloudEvents that the SDK reads and the published schemas accept. */
class FindingWriterTest {

    private static final ModelId MODEL = new ModelId("acme", "medchat");
    private static final Instant TIME = Instant.parse("2027-04-01T00:00:00Z");
    private static final String DIGEST = "sha-256:" + "0".repeat(64);
    private static final Finding.Law LAW = new Finding.Law("cn-product", DIGEST, "acme/P1", DIGEST);
    private static final Duty DUTY =
            new Duty(
                    "CN-CC-1206-1",
                    "remediate",
                    "R-1",
                    Duty.Status.SATISFIED,
                    true,
                    TIME,
                    TIME.plusSeconds(3600),
                    TIME.plusSeconds(7200),
                    null,
                    List.of(
                            new Duty.Breach(TIME, TIME.plusSeconds(120 * 3600)),
                            new Duty.Breach(TIME, TIME.plusSeconds(81 * 3600 + 1800)),
                            new Duty.Breach(TIME, null)),
                    List.of("f1", "f2"),
                    List.of());

    private final FindingWriter writer = new FindingWriter("/dutyledger");
    private final JsonMapper mapper = new JsonMapper();

    @Test
    void aDutyByTheNamesOfTheContract() {
        byte[] event =
                writer.write(
                        new Finding.DutyChanged(MODEL, TIME, LAW, Finding.Change.BREACHED, DUTY),
                        42);

        assertThat(new String(event, StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        {"specversion":"1.0","id":"42","source":"/dutyledger/providers/acme",\
                        "type":"org.dutyledger.duty.breached.v1","subject":"medchat",\
                        "time":"2027-04-01T00:00:00Z","sequence":"0000000000000000042",\
                        "partitionkey":"acme/medchat","datacontenttype":"application/json",\
                        "dataschema":"https://dutyledger.org/schemas/org.dutyledger.duty.breached.v1.json",\
                        "data":{"duty":{"rule":"CN-CC-1206-1","kind":"remediate","about":"R-1",\
                        "status":"SATISFIED","late":true,"arose":"2027-04-01T00:00:00Z",\
                        "due":"2027-04-01T01:00:00Z","satisfied":"2027-04-01T02:00:00Z",\
                        "breaches":[{"from":"2027-04-01T00:00:00Z","to":"2027-04-06T00:00:00Z","hours":120},\
                        {"from":"2027-04-01T00:00:00Z","to":"2027-04-04T09:30:00Z","hours":81.5},\
                        {"from":"2027-04-01T00:00:00Z"}],"because":["f1","f2"],"needs":[]},\
                        "rulebook":{"id":"cn-product","digest":"%1$s"},\
                        "policy":{"id":"acme/P1","digest":"%1$s"}}}\
                        """
                                .formatted(DIGEST));
    }

    @ParameterizedTest
    @EnumSource(Finding.Change.class)
    void everyChangeIsAcceptedByItsSchema(Finding.Change change) {
        accepted(new Finding.DutyChanged(MODEL, TIME, LAW, change, DUTY));
    }

    @Test
    void whatStandsAsToldBeforeIsNamedByItsEnd() {
        byte[] event =
                accepted(
                        new Finding.DutyChanged(
                                MODEL, TIME, LAW, Finding.Change.SUPERSEDED, DUTY, TIME));

        assertThat(mapper.readTree(event).at("/data/breachesSince").stringValue())
                .isEqualTo("2027-04-01T00:00:00Z");
    }

    @Test
    void exposureIsAcceptedByItsSchema() {
        Scenarios some =
                new Scenarios(BigDecimal.ZERO, new BigDecimal("26000"), new BigDecimal("26000.50"));
        byte[] event =
                accepted(
                        new Finding.ExposureChanged(
                                MODEL,
                                TIME,
                                LAW,
                                new Exposure("CNY", some, some, some),
                                List.of("f1")));

        assertThat(mapper.readTree(event).at("/data/exposure/total/high").stringValue())
                .isEqualTo("52001.00");
    }

    private byte[] accepted(Finding finding) {
        byte[] event = writer.write(finding, 7);
        JsonNode tree = mapper.readTree(event);
        String type = FindingWriter.type(finding);

        assertThat(SchemaCheck.reasons("finding.json", tree, "")).isEmpty();
        assertThat(SchemaCheck.reasons(type + ".json", tree.path("data"), "/data")).isEmpty();
        CloudEvent read = new JsonFormat().deserialize(event);
        assertThat(read.getType()).isEqualTo(type);
        assertThat(read.getExtension("sequence")).isEqualTo("0000000000000000007");
        return event;
    }
}
