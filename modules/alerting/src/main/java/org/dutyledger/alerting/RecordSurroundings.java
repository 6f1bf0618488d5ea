package org.dutyledger.alerting;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dutyledger.alerting.alert.DutyConditions.Risk;
import org.dutyledger.alerting.row.SqlTime;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.PartyDeclared;
import org.dutyledger.contract.FactData.RiskConfirmed;
import org.dutyledger.contract.FactData.RiskRescored;
import org.dutyledger.contract.FactData.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What alerts must know of the record beside its findings: how triage rated risks, who has to do
 * with models, when a model was heard of last, and how exposure went.
 */
final class RecordSurroundings {

    private static final int TOGETHER = 500;

    private static final String RISK =
            """
            INSERT INTO ledger.alert_risk AS r (model, risk, severity, title) VALUES (?, ?, ?, ?)
            ON CONFLICT (model, risk) DO UPDATE SET severity = excluded.severity,
                title = coalesce(excluded.title, r.title)
            """;
    private static final String PARTY =
            "INSERT INTO ledger.alert_party (model, party) VALUES (?, ?) ON CONFLICT DO NOTHING";

    // A model whose silence was told has nothing to wake for: it speaks again.
    private static final String HEARD =
            """
            INSERT INTO ledger.alert_feed AS f (model, last, wake)
            SELECT * FROM unnest(?::text[], ?::text[]::timestamptz[], ?::text[]::timestamptz[])
            ON CONFLICT (model) DO UPDATE SET last = greatest(f.last, excluded.last), wake = excluded.wake
            RETURNING new.model, old.model IS NOT NULL AND old.wake IS NULL AS was_silent
            """;

    private final JdbcTemplate jdbc;

    RecordSurroundings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    static boolean tells(String type) {
        return switch (type) {
            case "org.dutyledger.risk.confirmed.v1",
                    "org.dutyledger.risk.rescored.v1",
                    "org.dutyledger.party.declared.v1" ->
                    true;
            default -> false;
        };
    }

    /** In the order of the record: what is said last of a risk counts. */
    void write(Collection<Fact> facts) {
        Map<RiskOf, Risk> risks = new LinkedHashMap<>();
        List<Object[]> parties = new ArrayList<>();
        for (Fact fact : facts) {
            String model = fact.model().toString();
            if (fact.data() instanceof RiskConfirmed it) {
                rated(risks, new RiskOf(model, it.risk()), it.severity(), it.title());
            } else if (fact.data() instanceof RiskRescored it) {
                rated(risks, new RiskOf(model, it.risk()), it.severity(), null);
            } else if (fact.data() instanceof PartyDeclared it) {
                parties.add(new Object[] {model, it.party()});
            }
        }
        // one row a risk: the driver makes one statement of several, which may not meet a row twice
        jdbc.batchUpdate(
                RISK,
                risks.entrySet(),
                TOGETHER,
                (statement, each) -> {
                    statement.setString(1, each.getKey().model());
                    statement.setString(2, each.getKey().risk());
                    statement.setString(
                            3, Objects.requireNonNull(each.getValue().severity()).name());
                    statement.setString(4, each.getValue().title());
                });
        if (!parties.isEmpty()) {
            jdbc.batchUpdate(PARTY, parties);
        }
    }

    private static void rated(
            Map<RiskOf, Risk> risks, RiskOf risk, Severity severity, @Nullable String title) {
        Risk before = risks.get(risk);
        String known = title == null && before != null ? before.title() : title;
        risks.put(risk, new Risk(severity, known));
    }

    /** Which risk of which model. */
    record RiskOf(String model, String risk) {}

    Map<RiskOf, Risk> risks(List<RiskOf> wanted) {
        Map<RiskOf, Risk> found = new HashMap<>();
        jdbc.query(
                """
                SELECT model, risk, severity, title
                FROM unnest(?::text[], ?::text[]) AS w (model, risk) JOIN ledger.alert_risk USING (model, risk)
                """,
                row -> {
                    found.put(
                            new RiskOf(row.getString("model"), row.getString("risk")),
                            new Risk(
                                    Severity.valueOf(row.getString("severity")),
                                    row.getString("title")));
                },
                wanted.stream().map(RiskOf::model).toArray(String[]::new),
                wanted.stream().map(RiskOf::risk).toArray(String[]::new));
        return found;
    }

    /**
     * Facts of models came.
     *
     * @param last by model, when the last one was recorded
     * @return models whose silence had been told
     */
    List<String> heard(Map<String, Instant> last, Duration longest) {
        List<String> models = new ArrayList<>();
        List<String> heard = new ArrayList<>();
        List<String> wake = new ArrayList<>();
        last.forEach((model, at) -> {
            models.add(model);
            heard.add(at.toString());
            wake.add(at.plus(longest).toString());
        });
        List<String> silent = new ArrayList<>();
        jdbc.query(
                HEARD,
                row -> {
                    if (row.getBoolean("was_silent")) {
                        silent.add(row.getString("model"));
                    }
                },
                models.toArray(String[]::new),
                heard.toArray(String[]::new),
                wake.toArray(String[]::new));
        return silent;
    }

    /** A model that was not heard of in time. */
    record Silent(String model, Instant last) {}

    /** Models that were not heard of in time, each once. */
    List<Silent> silent(Instant now) {
        return jdbc.query(
                """
                UPDATE ledger.alert_feed SET wake = NULL
                WHERE model IN (SELECT model FROM ledger.alert_feed WHERE wake <= ? ORDER BY wake LIMIT %d)
                RETURNING model, last
                """
                        .formatted(TOGETHER),
                (row, n) -> new Silent(row.getString("model"), SqlTime.require(row, "last")),
                SqlTime.of(now));
    }

    /**
     * Keeps an amount, and tells the lowest of a time before it: what it was at its begin counts.
     */
    BigDecimal lowest(
            String model, String rulebook, Instant at, BigDecimal likely, Duration within) {
        Instant from = at.minus(within);
        jdbc.update(
                """
                INSERT INTO ledger.alert_exposure (model, rulebook, at, likely) VALUES (?, ?, ?, ?)
                ON CONFLICT (model, rulebook, at) DO UPDATE SET likely = excluded.likely
                """,
                model,
                rulebook,
                SqlTime.of(at),
                likely);
        BigDecimal begin =
                jdbc
                        .query(
                                """
                                SELECT likely FROM ledger.alert_exposure
                                WHERE model = ? AND rulebook = ? AND at <= ? ORDER BY at DESC LIMIT 1
                                """,
                                (row, n) -> row.getBigDecimal(1),
                                model,
                                rulebook,
                                SqlTime.of(from))
                        .stream()
                        .findFirst()
                        .orElse(BigDecimal.ZERO);
        jdbc.update(
                """
                DELETE FROM ledger.alert_exposure e WHERE model = ? AND rulebook = ? AND at < (
                    SELECT max(at) FROM ledger.alert_exposure
                    WHERE model = e.model AND rulebook = e.rulebook AND at <= ?)
                """,
                model,
                rulebook,
                SqlTime.of(from));
        BigDecimal inside =
                jdbc.queryForObject(
                        "SELECT min(likely) FROM ledger.alert_exposure WHERE model = ? AND rulebook = ? AND at > ?",
                        BigDecimal.class,
                        model,
                        rulebook,
                        SqlTime.of(from));
        return inside == null ? begin : begin.min(inside);
    }
}
