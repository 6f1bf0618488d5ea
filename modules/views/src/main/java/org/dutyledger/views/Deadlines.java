package org.dutyledger.views;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.FactData.IncidentDetected;
import org.dutyledger.contract.FactData.NoticeAnswered;
import org.dutyledger.contract.FactData.NoticeSent;
import org.dutyledger.contract.Finding.DutyChanged;
import org.dutyledger.contract.ModelId;
import org.dutyledger.liability.law.DutyRule.Addressee;
import org.dutyledger.liability.law.DutyRule.IncidentNotice;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Rulebooks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asking for every clock that one incident started, under every rulebook. */
public class Deadlines {

    private static final String OTHER = "other";

    private final JdbcClient jdbc;
    private final Findings findings;
    private final Signals signals;
    private final ViewPosition position;

    Deadlines(JdbcClient jdbc, Findings findings, Signals signals, ViewPosition position) {
        this.jdbc = jdbc;
        this.findings = findings;
        this.signals = signals;
        this.position = position;
    }

    /** By rulebook, rule and addressee; empty: no such incident is in the views. */
    public Optional<Page<Deadline>> of(ModelId model, String incident) {
        Standpoint at = position.standpoint();
        List<Signal> detected =
                signals.of(
                        model,
                        Signal.About.INCIDENT,
                        List.of(incident),
                        List.of(IncidentDetected.class));
        if (detected.isEmpty()) {
            return Optional.empty();
        }
        String operator = operator((IncidentDetected) detected.getFirst().data());
        List<Sent> sent = sent(model, incident);
        List<Deadline> deadlines =
                findings.duties(about(model, incident)).stream()
                        .flatMap(duty -> clocks(duty, operator, sent, at.asOf()).stream())
                        .toList();
        return Optional.of(new Page<>(at.asOf(), at.sequence(), deadlines, null));
    }

    private List<Findings.Reference> about(ModelId model, String incident) {
        return jdbc.sql(
                        """
                        SELECT sequence, earlier FROM ledger.view_duty
                        WHERE model = ? AND about = ? ORDER BY rulebook, rule
                        """)
                .params(model.toString(), incident)
                .query((row, n) -> new Findings.Reference(row.getLong(1), row.getString(2)))
                .list();
    }

    private static String operator(IncidentDetected incident) {
        return incident.operatorClass() == null ? OTHER : incident.operatorClass();
    }

    /** A notice about the incident with the last answer to it. */
    private record Sent(Instant time, NoticeSent notice, @Nullable NoticeAnswered answer) {}

    private List<Sent> sent(ModelId model, String incident) {
        List<Signal> notices =
                signals.of(
                        model, Signal.About.NOTICE, List.of(incident), List.of(NoticeSent.class));
        List<String> ids =
                notices.stream().map(each -> ((NoticeSent) each.data()).notice()).toList();
        List<Signal> answers =
                signals.of(model, Signal.About.ANSWER, ids, List.of(NoticeAnswered.class));
        List<Sent> sent = new ArrayList<>();
        for (Signal each : notices) {
            NoticeSent notice = (NoticeSent) each.data();
            NoticeAnswered answer =
                    answers.stream()
                            .filter(said -> said.subject().equals(notice.notice()))
                            .reduce((earlier, later) -> later)
                            .map(said -> (NoticeAnswered) said.data())
                            .orElse(null);
            sent.add(new Sent(each.time(), notice, answer));
        }
        return sent;
    }

    /** One per addressee; of a rule that is not known (any more) one without. */
    private static List<Deadline> clocks(
            DutyChanged finding, String operator, List<Sent> sent, Instant asOf) {
        String rulebook = finding.law().rulebook();
        if (!Rulebooks.ids().contains(rulebook)) {
            return List.of(clock(finding, null, null, asOf));
        }
        Rulebook law = Rulebooks.load(rulebook);
        return law.duties().stream()
                .filter(rule -> rule.citation().rule().equals(finding.duty().rule()))
                .<IncidentNotice>mapMulti((rule, next) -> {
                    if (rule instanceof IncidentNotice notice) {
                        next.accept(notice);
                    }
                })
                .flatMap(rule -> addressees(law, rule, operator))
                .map(to -> clock(finding, to, first(sent, to), asOf))
                .toList();
    }

    /** A rule with one of those it is owed to. */
    private record Owed(IncidentNotice rule, Addressee to, String jurisdiction) {

        boolean by(NoticeSent notice) {
            return to.matches(notice.to())
                    && (rule.form() == null || rule.form().equals(notice.form()));
        }

        String addressee() {
            return to.prefix() ? to.address() + "…" : to.address();
        }
    }

    private static Stream<Owed> addressees(Rulebook law, IncidentNotice rule, String operator) {
        String jurisdiction = rule.state() == null ? law.jurisdiction() : rule.state();
        return rule.to().getOrDefault(operator, rule.to().getOrDefault(OTHER, List.of())).stream()
                .map(to -> new Owed(rule, to, jurisdiction));
    }

    private static @Nullable Sent first(List<Sent> sent, Owed to) {
        return sent.stream().filter(each -> to.by(each.notice())).findFirst().orElse(null);
    }

    private static Deadline clock(
            DutyChanged finding, @Nullable Owed owed, @Nullable Sent sent, Instant asOf) {
        Duty duty = finding.duty();
        NoticeAnswered answer = sent == null ? null : sent.answer();
        Instant end = sent == null ? asOf : sent.time();
        return new Deadline(
                Digested.rulebook(finding.law()),
                Digested.policy(finding.law()),
                duty.rule(),
                owed == null ? null : owed.rule().citation().article(),
                owed == null ? null : owed.jurisdiction(),
                owed == null ? null : owed.addressee(),
                owed == null ? null : owed.rule().form(),
                duty.status(),
                duty.late(),
                duty.arose(),
                duty.due(),
                duty.grade(),
                sent == null ? null : sent.notice().notice(),
                sent == null ? null : sent.time(),
                answer == null ? null : answer.answer(),
                answer == null ? null : answer.receipt(),
                duty.due() != null && end.isAfter(duty.due())
                        ? Hours.between(duty.due(), end)
                        : null);
    }
}
