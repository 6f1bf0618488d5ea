package org.dutyledger.ledger.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Exposure;
import org.dutyledger.contract.Exposure.Scenarios;
import org.dutyledger.contract.FactData.RiskReported;
import org.dutyledger.contract.Finding;
import org.dutyledger.contract.Finding.Change;
import org.dutyledger.contract.Finding.DutyChanged;
import org.dutyledger.contract.Finding.ExposureChanged;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.Facts;
import org.dutyledger.ledger.RecordEvent.FactRecorded;
import org.dutyledger.ledger.RecordEvent.FindingRecorded;
import org.junit.jupiter.api.Test;

class EventReaderTest {

    private static final ModelId MODEL = new ModelId("acme", "m");
    private static final Instant TIME = Instant.parse("2026-05-01T00:00:00.000000001Z");
    private static final Finding.Law LAW =
            new Finding.Law("cn-product", "sha-256:1", "acme/P1", "2");

    private final EventReader reader = new EventReader(List.of());

    @Test
    void findings_come_back_as_they_were() {
        Duty duty =
                new Duty(
                        "CN-CC-1206-1",
                        "remediate",
                        "R-1",
                        Duty.Status.POLICY_BREACH,
                        true,
                        TIME,
                        TIME.plusSeconds(1),
                        null,
                        null,
                        List.of(new Duty.Breach(TIME, null)),
                        List.of("a", "b"),
                        List.of("effective"));
        for (Change change : Change.values()) {
            assertComesBack(new DutyChanged(MODEL, TIME, LAW, change, duty));
            assertComesBack(new DutyChanged(MODEL, TIME, LAW, change, duty, TIME.minusSeconds(9)));
        }
        var some = new Scenarios(new BigDecimal("0.00"), new BigDecimal("1E+3"), BigDecimal.TEN);
        assertComesBack(
                new ExposureChanged(
                        MODEL, TIME, LAW, new Exposure("CNY", some, some, some), List.of("a")));
    }

    private void assertComesBack(Finding finding) {
        var stored = new StoredEvent(EventTypes.of(finding), FindingJson.write(finding));
        assertThat(reader.read(MODEL, TIME, stored)).isEqualTo(new FindingRecorded(MODEL, finding));
    }

    @Test
    void fields_of_a_later_version_are_passed_over_and_stay() {
        byte[] later =
                """
                {"time":"2026-05-01T00:00:00Z","law":{"rulebook":"r","rulebookDigest":"d",\
                "policy":"p","policyDigest":"e","edition":3},"because":[],"why":{"new":true},\
                "exposure":{"currency":"CNY","compensatory":{"low":1,"likely":2,"high":3},\
                "expanded":{"low":0,"likely":0,"high":0},\
                "punitive":{"low":0,"likely":0,"high":0}}}\
                """
                        .getBytes(UTF_8);
        assertThat(reader.read(MODEL, TIME, new StoredEvent(EventTypes.EXPOSURE_CHANGED, later)))
                .isInstanceOf(FindingRecorded.class);

        byte[] fact =
                Facts.fact("m", "a", "risk.reported", "\"risk\":\"R-1\",\"mood\":\"new\"")
                        .getBytes(UTF_8);
        var read =
                (FactRecorded)
                        reader.read(
                                MODEL,
                                TIME,
                                new StoredEvent("org.dutyledger.risk.reported.v1", fact));
        assertThat(read.bytes()).isEqualTo(fact);
        assertThat(read.fact().recorded()).isEqualTo(TIME);
    }

    @Test
    void an_upcaster_brings_an_earlier_form_into_todays() {
        Upcaster renamed =
                event ->
                        event.type().equals("org.dutyledger.risk.signalled.v0")
                                ? new StoredEvent(
                                        "org.dutyledger.risk.reported.v1",
                                        new String(event.payload(), UTF_8)
                                                .replace("risk.signalled.v0", "risk.reported.v1")
                                                .replace("\"hazard\"", "\"risk\"")
                                                .getBytes(UTF_8))
                                : event;
        byte[] early =
                Facts.fact("m", "a", "risk.reported", "\"hazard\":\"R-7\"")
                        .replace("risk.reported.v1", "risk.signalled.v0")
                        .getBytes(UTF_8);
        var stored = new StoredEvent("org.dutyledger.risk.signalled.v0", early);
        var read = (FactRecorded) new EventReader(List.of(renamed)).read(MODEL, TIME, stored);
        assertThat(read.fact().data())
                .isInstanceOfSatisfying(
                        RiskReported.class, data -> assertThat(data.risk()).isEqualTo("R-7"));
        assertThatThrownBy(() -> reader.read(MODEL, TIME, stored))
                .hasMessageContaining("not readable");
    }
}
