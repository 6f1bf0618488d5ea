package org.dutyledger.feed;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How far findings have been pushed out, by whom they go to. */
class FeedPositions {

    private final JdbcClient database;

    FeedPositions(JdbcClient database) {
        this.database = database;
    }

    /** 0: nothing yet. */
    long of(String follower) {
        return database.sql("SELECT sequence FROM ledger.feed_position WHERE follower = ?")
                .param(follower)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void store(String follower, long sequence) {
        database.sql(
                        """
                        INSERT INTO ledger.feed_position (follower, sequence) VALUES (?, ?)
                        ON CONFLICT (follower) DO UPDATE SET sequence = excluded.sequence
                        """)
                .params(follower, sequence)
                .update();
    }
}
