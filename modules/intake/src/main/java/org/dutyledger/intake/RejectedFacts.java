package org.dutyledger.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.contract.codec.Reading;
import org.dutyledger.ledger.IncomingFact;
import org.dutyledger.ledger.Recorder;
import org.dutyledger.ledger.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * What arrived and was not recorded: kept readable with its reasons, and repeatable. It is kept in
 * plain text and may name persons, so it is deleted when its retention is over ({@code
 * dutyledger.intake.rejected-retention}, 30 days by default).
 */
public class RejectedFacts {

    private static final int MOST_IN_A_PAGE = 1000;

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;
    private final Recorder recorder;
    private final FactReader reader;
    private final RejectedRows rows;
    private final Clock clock;

    RejectedFacts(
            JdbcTemplate database,
            TransactionTemplate transaction,
            Recorder recorder,
            FactReader reader,
            JsonMapper json,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.recorder = recorder;
        this.reader = reader;
        this.rows = new RejectedRows(json);
        this.clock = clock;
    }

    /** Keeps what was not recorded, inside the caller's transaction; what is kept already stays. */
    void keep(List<RejectedRows.Kept> all) {
        if (all.isEmpty()) {
            return;
        }
        Instant received = clock.instant();
        database.batchUpdate(
                RejectedRows.INSERT, all, 500, (row, kept) -> rows.bind(row, kept, received));
    }

    /**
     * The rejected facts, newest first.
     *
     * @param after cursor of the page before; null: the first page
     * @param limit 1 to 1000
     * @throws IllegalArgumentException if {@code limit} is out of range
     */
    public RejectedFact.Page list(@Nullable Long after, int limit) {
        if (limit < 1 || limit > MOST_IN_A_PAGE) {
            throw new IllegalArgumentException(
                    "limit is %d, expected 1 to %d".formatted(limit, MOST_IN_A_PAGE));
        }
        List<RejectedFact> facts =
                database.query(
                        "SELECT %s FROM ledger.rejected_fact WHERE id < ? ORDER BY id DESC LIMIT ?"
                                .formatted(RejectedRows.COLUMNS),
                        (row, number) -> rows.read(row, null),
                        after == null ? Long.MAX_VALUE : after,
                        limit + 1);
        return facts.size() <= limit
                ? new RejectedFact.Page(facts, null)
                : new RejectedFact.Page(facts.subList(0, limit), facts.get(limit - 1).id());
    }

    /** One of them with its content; empty if there is none, or not any more. */
    public Optional<RejectedFact> show(long id) {
        return database
                .query(
                        "SELECT %s, bytes FROM ledger.rejected_fact WHERE id = ?"
                                .formatted(RejectedRows.COLUMNS),
                        (row, number) -> rows.read(row, RejectedRows.text(row.getBytes("bytes"))),
                        id)
                .stream()
                .findFirst();
    }

    /**
     * Reads it again under today's schema and records it.
     *
     * @return what became of it this time; empty if there is none under this id
     */
    public Optional<FactVerdict> retry(long id) {
        return database
                .query(
                        "SELECT %s, bytes FROM ledger.rejected_fact WHERE id = ?"
                                .formatted(RejectedRows.COLUMNS),
                        this::entry,
                        id)
                .stream()
                .findFirst()
                .map(this::retry);
    }

    /** A kept fact and as much of its bytes as was kept. */
    record Entry(RejectedFact fact, byte[] bytes) {}

    private FactVerdict retry(Entry again) {
        RejectedFact fact = again.fact;
        if (fact.size() > again.bytes.length) {
            return new FactVerdict(
                    fact.source(), fact.fact(), FactVerdict.Outcome.REJECTED, fact.reasons());
        }
        Arrival arrival = new Arrival(fact.origin(), reader.read(again.bytes));
        return switch (arrival.reading()) {
            case Reading.Read read -> record(fact.id(), arrival, read);
            case Reading.Refused refused -> {
                FactVerdict verdict =
                        FactVerdict.of(arrival, FactVerdict.Outcome.REJECTED, refused.reasons());
                stays(fact.id(), verdict);
                yield verdict;
            }
        };
    }

    private FactVerdict record(long id, Arrival arrival, Reading.Read read) {
        List<Verdict> verdicts =
                recorder.record(
                        List.of(new IncomingFact(read.fact(), read.bytes())),
                        new Recorder.Along() {
                            @Override
                            public void after(List<Verdict> recorded) {
                                note(id, BatchRecorder.of(arrival, recorded.getFirst()));
                            }
                        });
        return BatchRecorder.of(arrival, verdicts.getFirst());
    }

    private void note(long id, FactVerdict verdict) {
        switch (verdict.verdict()) {
            case RECORDED, DUPLICATE ->
                    database.update(
                            "UPDATE ledger.rejected_fact SET state = 'retried' WHERE id = ?", id);
            case CONFLICT, REJECTED -> stays(id, verdict);
        }
    }

    private void stays(long id, FactVerdict verdict) {
        database.update(
                "UPDATE ledger.rejected_fact SET verdict = ?, reasons = ? WHERE id = ? AND state = 'open'",
                verdict.verdict().text(),
                rows.reasons(verdict.reasons()),
                id);
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(rows.read(row, null), row.getBytes("bytes"));
    }

    /**
     * Passes what was not published yet to {@code publish}, the oldest first, and notes it as
     * published. Throwing notes nothing, and the same entries come again.
     *
     * @return how many
     */
    int publish(Consumer<List<Entry>> publish) {
        Integer count =
                transaction.execute(status -> {
                    List<Entry> entries = unpublished();
                    if (!entries.isEmpty()) {
                        publish.accept(entries);
                        notePublished(entries);
                    }
                    return entries.size();
                });
        return count;
    }

    /** What another instance is publishing is passed over. */
    private List<Entry> unpublished() {
        return database.query(
                """
                SELECT %s, bytes FROM ledger.rejected_fact WHERE published IS NULL
                ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED
                """
                        .formatted(RejectedRows.COLUMNS),
                this::entry);
    }

    private void notePublished(List<Entry> entries) {
        database.update(
                "UPDATE ledger.rejected_fact SET published = ? WHERE id = ANY (?)",
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                entries.stream().map(entry -> entry.fact().id()).toArray(Long[]::new));
    }

    /** Deletes what is older than the retention, published or not, open or not. */
    int deleteOlderThan(Duration retention) {
        return database.update(
                "DELETE FROM ledger.rejected_fact WHERE received < ?",
                OffsetDateTime.ofInstant(clock.instant().minus(retention), ZoneOffset.UTC));
    }
}
