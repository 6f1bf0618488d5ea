package org.dutyledger.views;

import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.FactWithdrawn;
import org.dutyledger.contract.FactData.RiskReported;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** One row per fact about a risk, version, incident or notice, and one per withdrawal. */
class SignalRows {

    private static final String SIGNAL =
            """
            INSERT INTO ledger.view_signal
                (model, source, fact, about, subject, type, time, recorded, detail)
            SELECT model, source, fact, about, subject, type, time::timestamptz, recorded::timestamptz, detail
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[])
                AS r (model, source, fact, about, subject, type, time, recorded, detail)
            """;
    private static final String WITHDRAWN =
            """
            INSERT INTO ledger.view_withdrawn (model, source, fact)
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[]) ON CONFLICT DO NOTHING
            """;

    private final JdbcTemplate jdbc;
    private final ViewJson json;

    SignalRows(JdbcTemplate jdbc, ViewJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void write(List<Fact> facts) {
        List<@Nullable String[]> signals = new ArrayList<>();
        List<@Nullable String[]> withdrawn = new ArrayList<>();
        for (Fact fact : facts) {
            Signal.Subject subject = Signal.subjectOf(fact.data());
            if (subject != null) {
                signals.add(signal(fact, subject));
            }
            if (fact.data() instanceof FactWithdrawn withdrawal) {
                withdrawn.add(
                        new @Nullable String[] {
                            fact.model().toString(), fact.key().source(), withdrawal.fact()
                        });
            }
        }
        insert(SIGNAL, signals);
        insert(WITHDRAWN, withdrawn);
    }

    private void insert(String sql, List<@Nullable String[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Object[] columns = new Object[rows.getFirst().length];
        for (int column = 0; column < columns.length; column++) {
            int at = column;
            columns[at] = rows.stream().map(row -> row[at]).toArray(String[]::new);
        }
        jdbc.update(sql, columns);
    }

    private @Nullable String[] signal(Fact fact, Signal.Subject subject) {
        return new @Nullable String[] {
            fact.model().toString(),
            fact.key().source(),
            fact.id(),
            subject.about().name(),
            subject.id(),
            fact.data().getClass().getSimpleName(),
            SqlTime.text(fact.time()),
            SqlTime.text(fact.recorded()),
            fact.data() instanceof RiskReported ? null : json.write(fact.data())
        };
    }
}
