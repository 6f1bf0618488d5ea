package org.dutyledger.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dutyledger.contract.Duty.Status;
import org.dutyledger.contract.FactData.IncidentDetected;
import org.dutyledger.contract.FactData.IncidentKind;
import org.dutyledger.contract.FactData.NoticeAnswered;
import org.dutyledger.contract.FactData.NoticeSent;
import org.dutyledger.contract.Finding.Change;
import org.dutyledger.contract.Finding.Law;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private final ViewsUnderTest views = new ViewsUnderTest();
    private final Events events = new Events();

    @Test
    void everyClockWithItsAddresseeAndReceipt() {
        events.fact("i1", "2026-08-31T00:00:00Z", detected("I-1", "cii"))
                .fact("n1", "2026-08-31T02:30:00Z", notice("N-1", "authority:cn-police", "I-1"))
                .fact("n2", "2026-08-31T03:00:00Z", notice("N-2", "individuals", "I-2"))
                .fact("a1", "2026-08-31T04:00:00Z", answered("N-1", "asks-more", null))
                .fact("a2", "2026-08-31T05:00:00Z", answered("N-1", "accepted", "GA-77"))
                .duty(Change.AROSE, duty("CN-NCI-4", Status.BREACH, "2026-08-31T01:00:00Z"))
                .duty(
                        Change.AROSE,
                        duty(
                                "CN-PIPL-57/individuals",
                                Status.POLICY_BREACH,
                                "2026-08-31T06:00:00Z"))
                .duty(Change.AROSE, duty("CN-NCI-8", Status.NOT_YET, null));
        views.write(events.all());

        List<Deadline> clocks = views.deadlines.of(Events.MODEL, "I-1").orElseThrow().items();

        assertThat(clocks)
                .extracting(each -> each.rule() + " " + each.addressee() + " " + each.form())
                .containsExactly(
                        "CN-NCI-4 authority:cn-cii-protection null",
                        "CN-NCI-4 authority:cn-police null",
                        "CN-NCI-8 authority:cn-cii-protection final",
                        "CN-NCI-8 authority:cn-police final",
                        "CN-PIPL-57/individuals individuals null");
        Deadline police = clocks.get(1);
        assertThat(police.sent()).isEqualTo("2026-08-31T02:30:00Z");
        assertThat(police.answer()).isEqualTo("accepted");
        assertThat(police.receipt()).isEqualTo("GA-77");
        assertThat(police.hoursLate()).isEqualByComparingTo("1.5");
        assertThat(police.jurisdiction()).isEqualTo("CN");
        Deadline protection = clocks.getFirst();
        assertThat(protection.sent()).isNull();
        assertThat(protection.hoursLate()).as("up to the answer's instant").isEqualTo("23");
        assertThat(clocks.get(2).hoursLate()).as("not started").isNull();
        assertThat(clocks.getLast().sent()).as("a notice about another incident").isNull();
    }

    @Test
    void aRulebookThatIsNotKnownStillShowsItsClock() {
        events.fact("i1", "2026-08-31T00:00:00Z", detected("I-1", null))
                .duty(
                        Events.MODEL,
                        new Law("xx-former", "sha-256:1", "acme/P1", "sha-256:2"),
                        Change.AROSE,
                        duty("XX-1", Status.PENDING, "2026-09-02T00:00:00Z"));
        views.write(events.all());

        assertThat(views.deadlines.of(Events.MODEL, "I-1").orElseThrow().items())
                .singleElement()
                .satisfies(clock -> {
                    assertThat(clock.rule()).isEqualTo("XX-1");
                    assertThat(clock.addressee()).isNull();
                    assertThat(clock.due()).isEqualTo("2026-09-02T00:00:00Z");
                });
    }

    @Test
    void anIncidentThatIsNotThereHasNone() {
        views.write(events.fact("i1", "2026-08-31T00:00:00Z", detected("I-1", null)).all());

        assertThat(views.deadlines.of(Events.MODEL, "I-9")).isEmpty();
        assertThat(views.deadlines.of(Events.MODEL, "I-1").orElseThrow().items()).isEmpty();
    }

    private static org.dutyledger.contract.Duty duty(String rule, Status status, String due) {
        return Events.duty(rule, "report", "I-1", status, due, List.of("i1"));
    }

    private static IncidentDetected detected(String incident, String operatorClass) {
        return new IncidentDetected(
                incident, IncidentKind.DATA_LEAK, null, null, false, false, operatorClass);
    }

    private static NoticeSent notice(String notice, String to, String about) {
        return new NoticeSent(notice, to, about, "initial");
    }

    private static NoticeAnswered answered(String notice, String answer, String receipt) {
        return new NoticeAnswered(notice, answer, receipt, null);
    }
}
