package org.dutyledger.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dutyledger.contract.Duty.Status;
import org.dutyledger.contract.FactData.FactWithdrawn;
import org.dutyledger.contract.FactData.RiskConfirmed;
import org.dutyledger.contract.FactData.RiskDismissed;
import org.dutyledger.contract.FactData.RiskReported;
import org.dutyledger.contract.FactData.RiskRescored;
import org.dutyledger.contract.FactData.Severity;
import org.dutyledger.contract.Finding.Change;
import org.junit.jupiter.api.Test;

class RisksTest {

    private final ViewsUnderTest views = new ViewsUnderTest();
    private final Events events = new Events();

    @Test
    void reportedThenConfirmedThenRescored() {
        events.fact("r1", "2026-07-01T00:00:00Z", reported("R-1"))
                .fact("r2", "2026-07-02T00:00:00Z", reported("R-1"))
                .fact("c1", "2026-07-03T00:00:00Z", confirmed("R-1", Severity.S3, "Wrong dose"))
                .fact("s1", "2026-07-04T00:00:00Z", rescored("R-1", Severity.S1));

        RiskEntry risk = onlyRisk();

        assertThat(risk.state()).isEqualTo(RiskEntry.State.CONFIRMED);
        assertThat(risk.title()).isEqualTo("Wrong dose");
        assertThat(risk.severity()).isEqualTo(Severity.S1);
        assertThat(risk.reports()).isEqualTo(2);
        assertThat(risk.reported()).isEqualTo("2026-07-01T00:00:00Z");
        assertThat(risk.confirmed()).isEqualTo("2026-07-03T00:00:00Z");
        assertThat(risk.discovered()).isNull();
    }

    @Test
    void aLateRescoringOfAnEarlierDayDoesNotReplaceALaterOne() {
        events.fact("c1", "2026-07-03T00:00:00Z", confirmed("R-1", Severity.S3, null))
                .fact("s2", "2026-07-06T00:00:00Z", rescored("R-1", Severity.S2))
                .fact("s1", "2026-07-04T00:00:00Z", rescored("R-1", Severity.S4));

        assertThat(onlyRisk().severity()).isEqualTo(Severity.S2);
    }

    @Test
    void whatIsWithdrawnTakesNoPartWhicheverCameFirst() {
        events.fact("w1", "2026-07-01T00:00:00Z", new FactWithdrawn("s1", "typo", null))
                .fact("c1", "2026-07-03T00:00:00Z", confirmed("R-1", Severity.S3, null))
                .fact("s1", "2026-07-04T00:00:00Z", rescored("R-1", Severity.S1))
                .fact("r1", "2026-07-02T00:00:00Z", reported("R-2"))
                .fact("w2", "2026-07-05T00:00:00Z", new FactWithdrawn("r1", "spam", "r9"));

        assertThat(onlyRisk().severity()).isEqualTo(Severity.S3);
    }

    @Test
    void aReportAfterADismissalOpensANewEpisode() {
        events.fact("c1", "2026-07-03T00:00:00Z", confirmed("R-1", Severity.S2, "Wrong dose"))
                .fact("d1", "2026-07-05T00:00:00Z", new RiskDismissed("R-1", "no risk"));
        RiskEntry dismissed = onlyRisk();
        assertThat(dismissed.state()).isEqualTo(RiskEntry.State.DISMISSED);
        assertThat(dismissed.dismissed()).isEqualTo("2026-07-05T00:00:00Z");

        events.fact("r1", "2026-07-06T00:00:00Z", reported("R-1"));
        RiskEntry again = onlyRisk();

        assertThat(again.state()).isEqualTo(RiskEntry.State.REPORTED);
        assertThat(again.confirmed()).isNull();
        assertThat(again.severity()).isNull();
        assertThat(again.title()).isEqualTo("Wrong dose");
        assertThat(again.reported()).isEqualTo("2026-07-06T00:00:00Z");
    }

    @Test
    void discoveryIsWhatTheDutyCites() {
        events.fact("r1", "2026-07-01T00:00:00Z", reported("R-1"))
                .fact("r2", "2026-07-02T00:00:00Z", reported("R-1"))
                .fact("r3", "2026-07-03T00:00:00Z", reported("R-1"))
                .duty(
                        Change.AROSE,
                        Events.duty(
                                "CN-CC-1206-1",
                                "remediate",
                                "R-1",
                                Status.PENDING,
                                "2026-08-01T00:00:00Z",
                                List.of("r1", "r2", "r3")));
        RiskEntry discovered = onlyRisk();
        assertThat(discovered.state()).isEqualTo(RiskEntry.State.DISCOVERED);
        assertThat(discovered.discovered()).isEqualTo("2026-07-03T00:00:00Z");
        assertThat(discovered.severity()).as("untriaged: as the worst").isEqualTo(Severity.S1);

        events.fact("c1", "2026-07-05T00:00:00Z", confirmed("R-1", Severity.S3, null))
                .duty(
                        Change.DISCHARGED,
                        Events.duty(
                                "CN-CC-1206-1",
                                "remediate",
                                "R-1",
                                Status.SATISFIED,
                                "2026-08-01T00:00:00Z",
                                List.of("r1", "r2", "r3", "c1")));
        RiskEntry remedied = onlyRisk();
        assertThat(remedied.state()).isEqualTo(RiskEntry.State.REMEDIED);
        assertThat(remedied.discovered()).isEqualTo("2026-07-03T00:00:00Z");
        assertThat(remedied.remedied()).isEqualTo("2026-07-02T00:00:00Z");
    }

    @Test
    void pages() {
        for (int i = 0; i < 25; i++) {
            events.fact("r" + i, "2026-07-01T00:00:00Z", reported("R-%02d".formatted(i % 20)));
        }
        views.write(events.all());

        Page<RiskEntry> first = views.risks.page(Events.MODEL, new Paging(null, 15));
        Page<RiskEntry> rest = views.risks.page(Events.MODEL, new Paging(first.next(), 15));

        assertThat(first.items()).hasSize(15);
        assertThat(rest.items()).extracting(RiskEntry::risk).startsWith("R-15").hasSize(5);
        assertThat(rest.next()).isNull();
        assertThat(first.items().getFirst().reports()).isEqualTo(2);
    }

    private RiskEntry onlyRisk() {
        views.write(events.all());
        return views.risks.page(Events.MODEL, new Paging(null, 50)).items().stream()
                .reduce((one, other) -> {
                    throw new AssertionError("two risks: " + other);
                })
                .orElseThrow();
    }

    private static RiskReported reported(String risk) {
        return new RiskReported(risk, null, "user", true, true);
    }

    private static RiskRescored rescored(String risk, Severity severity) {
        return new RiskRescored(risk, severity, null, null);
    }

    private static RiskConfirmed confirmed(String risk, Severity severity, String title) {
        return new RiskConfirmed(risk, severity, title, null, null, null, null, List.of(), null);
    }
}
