package org.dutyledger.intake;

import java.util.ArrayList;
import java.util.List;
import org.dutyledger.ledger.IncomingFact;
import org.dutyledger.ledger.Recorder;
import org.dutyledger.ledger.Verdict;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

final class PlainRecorder implements Recorder {
    private final JdbcTemplate database;
    private final TransactionTemplate transaction;

    PlainRecorder(JdbcTemplate database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
        database.execute(
                "CREATE TABLE IF NOT EXISTS ledger.plain (number bigint GENERATED ALWAYS AS IDENTITY, model text, source text, id text, bytes bytea, UNIQUE (source, id))");
    }

    @Override
    public List<Verdict> record(List<IncomingFact> facts, Along along) {
        return transaction.execute(status -> {
            along.before();
            var verdicts = new ArrayList<Verdict>();
            for (IncomingFact each : facts) {
                verdicts.add(one(each));
            }
            along.after(verdicts);
            return verdicts;
        });
    }

    private Verdict one(IncomingFact each) {
        var key = each.fact().key();
        int rows =
                database.update(
                        "INSERT INTO ledger.plain (model, source, id, bytes) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        each.fact().model().toString(),
                        key.source(),
                        key.id(),
                        each.bytes());
        var outcome = Verdict.Outcome.RECORDED;
        if (rows == 0) {
            boolean same =
                    database.queryForObject(
                            "SELECT bytes = ? FROM ledger.plain WHERE source = ? AND id = ?",
                            Boolean.class,
                            each.bytes(),
                            key.source(),
                            key.id());
            outcome = same ? Verdict.Outcome.DUPLICATE : Verdict.Outcome.CONFLICT;
        }
        return new Verdict(key, each.fact().model(), outcome);
    }
}
