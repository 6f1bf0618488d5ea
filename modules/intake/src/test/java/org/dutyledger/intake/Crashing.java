package org.dutyledger.intake;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dutyledger.ledger.IncomingFact;
import org.dutyledger.ledger.Recorder;
import org.dutyledger.ledger.Verdict;
import org.springframework.dao.DataAccessResourceFailureException;

/** The record whose connection is lost after the append and before the commit, some times. */
record Crashing(Recorder recorder, AtomicInteger times) implements Recorder {

    @Override
    public List<Verdict> record(List<IncomingFact> facts, Along along) {
        return recorder.record(
                facts,
                new Along() {
                    @Override
                    public void before() {
                        along.before();
                    }

                    @Override
                    public void after(List<Verdict> verdicts) {
                        along.after(verdicts);
                        if (times.getAndDecrement() > 0) {
                            throw new DataAccessResourceFailureException(
                                    "lost", new SQLException("connection lost", "08006"));
                        }
                    }
                });
    }
}
