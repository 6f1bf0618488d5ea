package org.dutyledger.intake;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where reading of each partition goes on, in the database and in the transaction that records the
 * facts, so that a crash repeats work and never its effect. Every assignment of a partition gets a
 * new epoch; whoever holds an older one advances nothing.
 */
class IntakeOffsets {

    private final JdbcClient database;

    IntakeOffsets(JdbcClient database) {
        this.database = database;
    }

    /**
     * The right to read a partition.
     *
     * @param next offset of the first record that is not recorded yet
     * @param epoch grows with every assignment
     */
    record Assignment(long next, long epoch) {}

    /**
     * Takes a partition and shuts out whoever had it before.
     *
     * @param earliest where to begin on a partition never read before
     */
    Assignment take(String topic, int partition, long earliest) {
        return database.sql(
                        """
                        INSERT INTO ledger.intake_offset AS o (topic, part, next_offset, epoch)
                        VALUES (?, ?, ?, 1)
                        ON CONFLICT (topic, part) DO UPDATE SET epoch = o.epoch + 1
                        RETURNING next_offset, epoch
                        """)
                .params(topic, partition, earliest)
                .query((row, number) -> new Assignment(row.getLong(1), row.getLong(2)))
                .single();
    }

    /**
     * Moves on, inside the caller's transaction.
     *
     * @throws FencedException if the epoch is over or the offset would move back
     */
    void advance(String topic, int partition, long next, long epoch) {
        int rows =
                database.sql(
                                """
                                UPDATE ledger.intake_offset SET next_offset = ?
                                WHERE topic = ? AND part = ? AND epoch = ? AND next_offset <= ?
                                """)
                        .params(next, topic, partition, epoch, next)
                        .update();
        if (rows != 1) {
            throw new FencedException(topic, partition, epoch);
        }
    }
}
