package org.dutyledger.liability.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Duty.Breach;
import org.dutyledger.contract.Duty.Status;
import org.dutyledger.liability.GoldenCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerWriterTest {

    private static final Instant AS_OF = Instant.parse("2027-03-05T02:00:00Z");

    @Test
    void absentIsLeftOutAndEmptyIsPrinted() {
        assertThat(AnswerWriter.duty(duty(List.of(), null), AS_OF).toString())
                .isEqualTo(
                        "{\"rule\":\"CN-NCI-4\",\"kind\":\"report\",\"about\":\"I-1\","
                                + "\"status\":\"NOT_YET\",\"late\":false,"
                                + "\"breaches\":[],\"because\":[],\"needs\":[]}");
    }

    @Test
    void anOpenBreachRunsToTheInstantOfTheAnswer() {
        Breach open = new Breach(AS_OF.minus(Duration.ofMinutes(780)), null);
        Breach closed = new Breach(AS_OF.minus(Duration.ofHours(90)), AS_OF.minusSeconds(8 * 3600));
        assertThat(
                        AnswerWriter.duty(duty(List.of(open, closed), "major"), AS_OF)
                                .get("breaches")
                                .toString())
                .isEqualTo(
                        "[{\"from\":\"2027-03-01T08:00:00Z\",\"to\":\"2027-03-04T18:00:00Z\",\"hours\":82.0},"
                                + "{\"from\":\"2027-03-04T13:00:00Z\",\"hours\":13.0}]");
    }

    @ParameterizedTest
    @CsvSource({
        "PT81H30M, 81.5",
        "PT3M, 0.1",
        "PT2M59.999999999S, 0.0",
        "PT1S, 0.0",
        "PT0S, 0.0",
        "P45DT6H26M, 1086.4"
    })
    void hoursAreHalfUpToOneDecimal(Duration length, String hours) {
        assertThat(Figures.hours(length)).hasToString(hours);
    }

    @Test
    void oneModelIsAnObjectNoneOrSeveralAreAnArrayByModel() {
        assertThat(text(AnswerWriter.bytes(List.of()))).isEqualTo("[]");
        Assessment one = GoldenCase.named("G1-").answers().getFirst();
        assertThat(text(AnswerWriter.bytes(List.of(one)))).startsWith("{\"asOf\":");
        Assessment other = GoldenCase.named("G23-").answers().getFirst();
        String both = text(AnswerWriter.bytes(List.of(one, other)));
        assertThat(both).startsWith("[{\"asOf\":");
        assertThat(both.indexOf("acme/medchat")).isLessThan(both.indexOf("acme/nurse"));
        assertThat(text(AnswerWriter.bytes(List.of(other, one)))).isEqualTo(both);
    }

    @Test
    void keysAreSortedAndNumbersAreThoseOfTheStandard() {
        String answer = text(AnswerWriter.bytes(GoldenCase.named("G1-").answers()));
        assertThat(answer)
                .contains("\"breaches\":[{\"from\":\"2027-03-01T02:00:00Z\",\"hours\":81.5,\"to\":")
                .contains("\"hours\":13,")
                .doesNotContain("null");
    }

    private static Duty duty(List<Breach> breaches, String grade) {
        return new Duty(
                "CN-NCI-4",
                "report",
                "I-1",
                Status.NOT_YET,
                false,
                null,
                null,
                null,
                grade,
                breaches,
                List.of(),
                List.of());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
