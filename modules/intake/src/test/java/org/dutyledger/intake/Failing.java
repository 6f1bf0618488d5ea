package org.dutyledger.intake;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dutyledger.ledger.IncomingFact;
import org.dutyledger.ledger.Recorder;
import org.dutyledger.ledger.Verdict;
import org.springframework.dao.DataAccessResourceFailureException;

/** The record behind a database that can go away. */
record Failing(Recorder recorder, AtomicBoolean down) implements Recorder {

    @Override
    public List<Verdict> record(List<IncomingFact> facts, Along along) {
        if (down.get()) {
            throw new DataAccessResourceFailureException(
                    "gone away", new SQLException("gone away", "08006"));
        }
        return recorder.record(facts, along);
    }
}
