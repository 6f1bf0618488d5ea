package org.dutyledger.liability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.ModelId;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.contract.codec.Reading;
import org.dutyledger.liability.answer.Assessment;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.Rulebooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes of the law that were announced take effect by their date, at its local midnight. */
class LawDatesTest {

    private static final Policy POLICY = GoldenCase.named("G1-").policy();

    private final List<Fact> facts = new ArrayList<>();

    /** Brussels midnight of 2026-12-09 is 23:00 of the day before in UTC. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-08T22:59:59Z, 0.00",
        "2026-12-08T23:00:00Z, 100.00",
        "2026-12-10T12:00:00Z, 100.00"
    })
    void theProductLiabilityDirectiveHoldsForWhatIsPlacedFromItsDayOn(String placed, String owed) {
        released(placed, "EU", "eu-high-risk");
        say(
                "2027-02-02T00:00:00Z",
                "harm.recorded",
                """
                "harm": "H1", "version": "v1", "outputAt": "2027-02-01T00:00:00Z",
                "harmAt": "2027-02-01T01:00:00Z", "items": [{"head": "medical",
                "amount": {"amount": "100.00", "currency": "EUR"}}]\
                """);

        assertThat(
                        assess("eu", "2027-03-01T00:00:00Z")
                                .damages()
                                .realised()
                                .compensatory()
                                .likely())
                .isEqualByComparingTo(owed);
    }

    /** New York midnight is 05:00, Chicago midnight 06:00 in UTC. */
    @ParameterizedTest
    @CsvSource({
        "US-NY, US-NY-1422,           2027-01-01T04:59:59Z, NOT_APPLICABLE, ",
        "US-NY, US-NY-1422,           2027-01-01T05:00:00Z, PENDING,        2027-01-04T05:00:00Z",
        "US-NY, US-NY-1422b,          2027-01-01T04:59:59Z, NOT_APPLICABLE, ",
        "US-NY, US-NY-1422b,          2027-01-01T05:00:00Z, BREACH,         2027-01-02T05:00:00Z",
        "US-IL, US-IL-315,            2027-01-01T05:59:59Z, NOT_APPLICABLE, ",
        "US-IL, US-IL-315,            2027-01-01T06:00:00Z, PENDING,        2027-01-04T06:00:00Z",
        "US-IL, US-IL-315/imminent,   2027-01-01T06:00:00Z, BREACH,         2027-01-02T06:00:00Z",
        "US-CA, US-CA-53-13c1,        2027-01-01T04:59:59Z, PENDING,        2027-01-16T08:00:00Z"
    })
    void newYorkAndIllinoisBeginWithTheYear2027(
            String state, String rule, String detected, Duty.Status status, Instant due) {
        released("2026-06-01T00:00:00Z", state, "us-frontier");
        say(
                detected,
                "incident.detected",
                """
                "incident": "I1", "kind": "safety", "version": "v1", "imminent": true\
                """);

        Duty duty = duty("us-frontier", rule, "2027-01-02T12:00:00Z");

        assertThat(duty.status()).isEqualTo(status);
        assertThat(duty.due()).isEqualTo(due);
    }

    /** Brussels midnight of 2027-12-02. */
    @ParameterizedTest
    @CsvSource({
        "EU-AIA-20-1, 2027-12-01T22:59:59Z, NOT_YET",
        "EU-AIA-20-1, 2027-12-01T23:00:00Z, PENDING",
        "EU-AIA-20-1, 2027-12-02T23:00:00Z, POLICY_BREACH",
        "EU-AIA-72,   2027-12-01T22:59:59Z, NOT_YET",
        "EU-AIA-72,   2027-12-01T23:00:00Z, PENDING",
        "EU-AIA-72,   2027-12-08T23:00:00Z, POLICY_BREACH",
        "EU-AIA-50-2, 2026-12-01T22:59:59Z, NOT_YET",
        "EU-AIA-50-2, 2026-12-01T23:00:00Z, BREACH",
        "EU-AIA-50-1, 2026-08-01T21:59:59Z, NOT_YET",
        "EU-AIA-50-1, 2026-08-01T22:00:00Z, BREACH"
    })
    void theDutiesOfTheAiActBeginOnTheirDays(String rule, String asOf, Duty.Status status) {
        released("2026-07-01T00:00:00Z", "EU", "eu-high-risk");
        say("2026-07-02T00:00:00Z", "risk.confirmed", "\"risk\": \"R1\", \"severity\": \"S1\"");

        assertThat(duty("eu", rule, asOf).status()).isEqualTo(status);
    }

    /** Ten days on is a Sunday, so the period ends with the Monday. */
    @ParameterizedTest
    @CsvSource({
        "2027-12-01T22:59:59Z, NOT_APPLICABLE, ",
        "2027-12-01T23:00:00Z, PENDING,        2027-12-13T23:00:00Z"
    })
    void seriousIncidentsAreReportedFromTheDayOfTheClassificationOn(
            String detected, Duty.Status status, Instant due) {
        released("2026-07-01T00:00:00Z", "EU", "eu-high-risk");
        say(detected, "incident.detected", "\"incident\": \"I1\", \"kind\": \"harm\"");
        say(detected, "incident.sized", "\"incident\": \"I1\", \"deaths\": 1");

        Duty duty = duty("eu", "EU-AIA-73-4", "2027-12-03T00:00:00Z");

        assertThat(duty.status()).isEqualTo(status);
        assertThat(duty.due()).isEqualTo(due);
    }

    @Test
    void aLeakInKoreaIsToldWithin72Hours() {
        released("2027-01-01T00:00:00Z", "KR", "us-frontier");
        leak("2027-03-01T00:00:00Z");
        say(
                "2027-03-03T00:00:00Z",
                "notice.sent",
                "\"notice\": \"N1\", \"to\": \"authority:kr-pipc\", \"about\": \"I1\"");

        String asOf = "2027-03-04T00:00:00Z";

        assertThat(duty("kr", "KR-PIPA-34/authority", asOf).status())
                .isEqualTo(Duty.Status.SATISFIED);
        assertThat(duty("kr", "KR-PIPA-34/individuals", asOf).status())
                .isEqualTo(Duty.Status.BREACH);
        assertThat(duty("kr", "KR-AIBA-31/label", asOf).status()).isEqualTo(Duty.Status.BREACH);
        assertThat(assess("eu-breach", asOf).duties()).isEmpty();
    }

    @Test
    void aLeakInTheUnionIsToldWithin72HoursBesideTheAiAct() {
        released("2027-01-01T00:00:00Z", "EU", "eu-high-risk");
        leak("2027-03-01T00:00:00Z");

        Duty duty = duty("eu-breach", "EU-GDPR-33", "2027-03-02T00:00:00Z");

        assertThat(duty.status()).isEqualTo(Duty.Status.PENDING);
        assertThat(duty.due()).isEqualTo(Instant.parse("2027-03-04T00:00:00Z"));
    }

    @Test
    void theUnitedKingdomCountsTimeBarsAndNoDamages() {
        released("2027-01-01T00:00:00Z", "UK", "us-frontier");
        say(
                "2027-03-01T00:00:00Z",
                "harm.recorded",
                """
                "harm": "H1", "version": "v1", "outputAt": "2027-02-01T00:00:00Z",
                "harmAt": "2027-02-01T01:00:00Z", "items": [{"head": "medical",
                "amount": {"amount": "100.00", "currency": "GBP"}}]\
                """);

        Assessment answer = assess("uk", "2030-03-01T00:00:00Z");

        assertThat(answer.damages().timeBars())
                .extracting(it -> it.rule() + " " + it.ends() + " " + it.state())
                .containsExactly(
                        "UK-LA-11A-3 2037-01-02T00:00:00Z open",
                        "UK-LA-11A-4 2030-02-02T00:00:00Z barred");
        assertThat(answer.damages().realised().total().high()).isEqualByComparingTo("0.00");
        assertThat(assess("jp", "2030-03-01T00:00:00Z").duties()).isEmpty();
    }

    private void released(String at, String jurisdiction, String versionClass) {
        say(
                at,
                "model.released",
                "\"version\": \"v1\", \"jurisdictions\": [\"%s\"], \"classes\": [\"%s\"]"
                        .formatted(jurisdiction, versionClass));
    }

    private void leak(String at) {
        say(at, "incident.detected", "\"incident\": \"I1\", \"kind\": \"data-leak\"");
    }

    private void say(String time, String type, String data) {
        String fact =
                """
                {"specversion": "1.0", "id": "f%d", "source": "/providers/acme/test",
                "type": "org.dutyledger.%s.v1", "subject": "medchat", "time": "%s",
                "data": {%s}}
                """
                        .formatted(facts.size(), type, time, data);
        Reading reading = new FactReader().readRecorded(fact.getBytes(StandardCharsets.UTF_8));
        assertThat(reading).isInstanceOf(Reading.Read.class);
        facts.add(((Reading.Read) reading).fact());
    }

    private Duty duty(String rulebook, String rule, String asOf) {
        return assess(rulebook, asOf).duties().stream()
                .filter(it -> it.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private Assessment assess(String rulebook, String asOf) {
        return Assessor.assess(
                Rulebooks.load(rulebook),
                POLICY,
                facts,
                new ModelId("acme", "medchat"),
                Instant.parse(asOf),
                null);
    }
}
