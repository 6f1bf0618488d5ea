package org.dutyledger.ledger.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads rows by COPY TO in binary format: a history of any length, row by row, at a third of what a
 * cursor takes.
 */
final class CopyOutRows {

    private static final int SIGNATURE_AND_FLAGS = 15;
    private static final long POSTGRES_EPOCH_SECOND = 946_684_800L;
    private static final long MICROS = 1_000_000;

    private final JdbcTemplate database;

    CopyOutRows(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * @param select without parameters; nothing in it comes from outside
     */
    void each(String select, Consumer<Row> row) {
        database.execute((ConnectionCallback<Long>) connection -> copy(connection, select, row));
    }

    private static long copy(Connection connection, String select, Consumer<Row> row)
            throws SQLException {
        CopyOut copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("COPY (" + select + ") TO STDOUT (FORMAT binary)");
        try {
            boolean first = true;
            for (byte[] message; (message = copy.readFromCopy()) != null; first = false) {
                ByteBuffer bytes = ByteBuffer.wrap(message);
                if (first) {
                    bytes.position(SIGNATURE_AND_FLAGS);
                    bytes.position(Integer.BYTES + bytes.position() + bytes.getInt());
                }
                if (bytes.hasRemaining() && bytes.getShort() >= 0) {
                    row.accept(new Row(bytes));
                }
            }
            return copy.getHandledRowCount();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** One row; its columns are read in their order, and none of them is null. */
    static final class Row {

        private final ByteBuffer bytes;

        private Row(ByteBuffer bytes) {
            this.bytes = bytes;
        }

        byte[] bytea() {
            byte[] value = new byte[bytes.getInt()];
            bytes.get(value);
            return value;
        }

        long bigint() {
            bytes.getInt();
            return bytes.getLong();
        }

        String text() {
            return new String(bytea(), StandardCharsets.UTF_8);
        }

        Instant timestamptz() {
            bytes.getInt();
            long micros = bytes.getLong();
            return Instant.ofEpochSecond(
                    POSTGRES_EPOCH_SECOND + Math.floorDiv(micros, MICROS),
                    Math.floorMod(micros, MICROS) * 1_000);
        }
    }
}
