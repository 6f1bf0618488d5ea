package org.dutyledger.views;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.dutyledger.contract.Duty.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many duties stand in each status, looked up at most every {@link #FRESH}. */
class DutyCounts {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private Map<Key, Long> counts = Map.of();
    private Instant until = Instant.MIN;

    DutyCounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Key(String rulebook, Status status) {}

    synchronized long count(String rulebook, Status status) {
        Instant now = clock.instant();
        if (now.isAfter(until)) {
            counts = read();
            until = now.plus(FRESH);
        }
        return counts.getOrDefault(new Key(rulebook, status), 0L);
    }

    private Map<Key, Long> read() {
        Map<Key, Long> read = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT rulebook, status, sum(duties) AS duties
                        FROM ledger.view_duty_count GROUP BY rulebook, status
                        """)
                .query(row -> {
                    Key key =
                            new Key(
                                    row.getString("rulebook"),
                                    Status.valueOf(row.getString("status")));
                    read.put(key, row.getLong("duties"));
                });
        return read;
    }
}
