package org.dutyledger.views;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Duty.Status;
import org.dutyledger.contract.FactData.RiskReported;
import org.dutyledger.contract.Finding.DutyChanged;
import org.dutyledger.contract.ModelId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the duties about risks tell of them. Discovery is the engine's to judge, so it is read from
 * what a duty cites (semantics rule 61): the reports that discovered the risk, else the
 * confirmation.
 */
class RiskKnowledge {

    private static final String REPORTS =
            """
            SELECT s.subject, count(*) AS reports, min(s.time) AS first FROM ledger.view_signal s
            WHERE s.model = :model AND s.about = 'RISK' AND s.subject IN (:risks)
                AND s.type = 'RiskReported'
                AND NOT EXISTS (SELECT FROM ledger.view_withdrawn w WHERE w.model = s.model
                    AND w.source = s.source AND w.fact = s.fact)
                AND NOT EXISTS (SELECT FROM ledger.view_signal d WHERE d.model = s.model
                    AND d.about = 'RISK' AND d.subject = s.subject AND d.type = 'RiskDismissed'
                    AND d.time >= s.time
                    AND NOT EXISTS (SELECT FROM ledger.view_withdrawn w WHERE w.model = d.model
                        AND w.source = d.source AND w.fact = d.fact))
            GROUP BY s.subject
            """;
    private static final String CITED =
            """
            SELECT subject, type, time FROM ledger.view_signal
            WHERE model = :model AND about = 'RISK' AND subject IN (:risks) AND fact IN (:facts)
                AND type IN ('RiskReported', 'RiskConfirmed')
            """;

    private final JdbcClient jdbc;
    private final Findings findings;

    RiskKnowledge(JdbcClient jdbc, Findings findings) {
        this.jdbc = jdbc;
        this.findings = findings;
    }

    /** Reports of the present episode. */
    record Reports(long count, @Nullable Instant first) {
        static final Reports NONE = new Reports(0, null);
    }

    /** What the duties about a risk say. */
    record Duties(@Nullable Instant discovered, @Nullable Instant remedied) {
        static final Duties NONE = new Duties(null, null);
    }

    Map<String, Reports> reports(ModelId model, List<String> risks) {
        if (risks.isEmpty()) {
            return Map.of();
        }
        Map<String, Reports> reports = new HashMap<>();
        jdbc.sql(REPORTS)
                .param("model", model.toString())
                .param("risks", risks)
                .query(row -> {
                    reports.put(
                            row.getString("subject"),
                            new Reports(row.getLong("reports"), SqlTime.read(row, "first")));
                });
        return reports;
    }

    Map<String, Duties> duties(ModelId model, List<String> risks) {
        Map<String, List<Duty>> byRisk =
                findings.duties(about(model, risks)).stream()
                        .map(DutyChanged::duty)
                        .collect(groupingBy(Duty::about));
        Map<String, Instant> discovered = discovered(model, byRisk);
        Map<String, Duties> found = new HashMap<>();
        byRisk.forEach((risk, duties) ->
                found.put(risk, new Duties(discovered.get(risk), remedied(duties))));
        return found;
    }

    private List<Findings.Reference> about(ModelId model, List<String> risks) {
        return jdbc.sql(
                        """
                        SELECT sequence, earlier FROM ledger.view_duty
                        WHERE model = ? AND about = ANY (?)
                        """)
                .params(model.toString(), risks.toArray(String[]::new))
                .query((row, n) -> new Findings.Reference(row.getLong(1), row.getString(2)))
                .list();
    }

    private Map<String, Instant> discovered(ModelId model, Map<String, List<Duty>> byRisk) {
        Set<String> facts =
                byRisk.values().stream()
                        .flatMap(List::stream)
                        .flatMap(duty -> duty.because().stream())
                        .collect(Collectors.toSet());
        if (facts.isEmpty()) {
            return Map.of();
        }
        Map<String, Instant> byReports = new HashMap<>();
        Map<String, Instant> discovered = new HashMap<>();
        jdbc.sql(CITED)
                .param("model", model.toString())
                .param("risks", byRisk.keySet())
                .param("facts", facts)
                .query(row -> {
                    String risk = row.getString("subject");
                    Instant time = SqlTime.require(row, "time");
                    if (row.getString("type").equals(RiskReported.class.getSimpleName())) {
                        byReports.merge(risk, time, RiskKnowledge::later);
                    } else {
                        discovered.merge(risk, time, RiskKnowledge::earlier);
                    }
                });
        discovered.putAll(byReports);
        return discovered;
    }

    private static @Nullable Instant remedied(List<Duty> duties) {
        List<Duty> remediate =
                duties.stream()
                        .filter(duty -> duty.kind().equals("remediate"))
                        .filter(duty -> duty.status() != Status.NOT_APPLICABLE)
                        .toList();
        boolean all = remediate.stream().allMatch(duty -> duty.status() == Status.SATISFIED);
        return all
                ? remediate.stream()
                        .flatMap(duty -> Stream.ofNullable(duty.satisfied()))
                        .max(Instant::compareTo)
                        .orElse(null)
                : null;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
