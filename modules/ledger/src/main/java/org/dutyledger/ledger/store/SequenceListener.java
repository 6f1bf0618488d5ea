package org.dutyledger.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Wakes this instance's readers when another instance has given sequences. */
final class SequenceListener implements SmartLifecycle {

    static final String CHANNEL = "dutyledger";

    private static final Logger LOG = LoggerFactory.getLogger(SequenceListener.class);
    private static final int WAIT_MILLIS = 500;

    private final DataSource database;
    private final Sequencer sequencer;
    private final Worker worker = new Worker("sequence-listener", this::run);

    SequenceListener(DataSource database, Sequencer sequencer) {
        this.database = database;
        this.sequencer = sequencer;
    }

    private void run() {
        while (worker.isRunning()) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("LISTEN " + CHANNEL);
                listen(connection.unwrap(PGConnection.class));
                statement.execute("UNLISTEN " + CHANNEL);
            } catch (SQLException | RuntimeException e) {
                LOG.warn("No word from other instances: {}", e.toString());
                Worker.pause();
            }
        }
    }

    private void listen(PGConnection connection) throws SQLException {
        while (worker.isRunning()) {
            if (connection.getNotifications(WAIT_MILLIS).length > 0) {
                sequencer.look();
            }
        }
    }

    @Override
    public void start() {
        worker.start();
    }

    /** Not by interrupt, which would break the connection: it looks twice a second. */
    @Override
    public void stop() {
        worker.stop();
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }
}
