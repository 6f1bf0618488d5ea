package org.dutyledger.views;

import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.FactWithdrawn;
import org.springframework.jdbc.core.JdbcTemplate;

/** One row per fact about a risk, version, incident or notice, and one per withdrawal. */
class SignalRows {

    private static final String SIGNAL =
            """
            INSERT INTO ledger.view_signal
                (model, source, fact, about, subject, type, time, recorded, detail)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String WITHDRAWN =
            """
            INSERT INTO ledger.view_withdrawn (model, source, fact)
            VALUES (?, ?, ?) ON CONFLICT DO NOTHING
            """;

    private final JdbcTemplate jdbc;
    private final ViewJson json;

    SignalRows(JdbcTemplate jdbc, ViewJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void write(List<Fact> facts) {
        List<Object[]> signals = new ArrayList<>();
        List<Object[]> withdrawn = new ArrayList<>();
        for (Fact fact : facts) {
            Signal.Subject subject = Signal.subjectOf(fact.data());
            if (subject != null) {
                signals.add(signal(fact, subject));
            }
            if (fact.data() instanceof FactWithdrawn withdrawal) {
                withdrawn.add(
                        new Object[] {
                            fact.model().toString(), fact.key().source(), withdrawal.fact()
                        });
            }
        }
        jdbc.batchUpdate(SIGNAL, signals);
        jdbc.batchUpdate(WITHDRAWN, withdrawn);
    }

    private Object[] signal(Fact fact, Signal.Subject subject) {
        return new Object[] {
            fact.model().toString(),
            fact.key().source(),
            fact.id(),
            subject.about().name(),
            subject.id(),
            fact.data().getClass().getSimpleName(),
            SqlTime.of(fact.time()),
            SqlTime.of(fact.recorded()),
            json.write(fact.data())
        };
    }
}
