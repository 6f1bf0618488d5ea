package org.dutyledger.ledger.seal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The keys of data subjects, one each, wrapped by the ledger key in a table of their own.
 *
 * <p>A key that several facts may need is committed before anything is sealed with it: a batch that
 * rolls back must not take along a key that another batch has used meanwhile. The key of a text of
 * one fact comes and goes with that fact.
 */
public final class SubjectKeys {

    private static final byte[] CONTEXT = "subject key".getBytes(StandardCharsets.US_ASCII);
    private static final int CACHED = 10_000;

    /** A destroyed key is gone from every instance's memory after this time at the latest. */
    private static final Duration CACHED_FOR = Duration.ofMinutes(1);

    /** A key with its number in the table. */
    record Numbered(long number, SecretKey key) {}

    private final JdbcTemplate database;
    private final LedgerKey ledgerKey;
    private final Cache<String, Numbered> bySubject = cache();
    private final Cache<Long, Numbered> byNumber = cache();

    /**
     * @throws IllegalStateException if the record was begun with another ledger key
     */
    public SubjectKeys(JdbcTemplate database, LedgerKey ledgerKey) {
        this.database = database;
        this.ledgerKey = ledgerKey;
        refuseOtherKey();
    }

    private static <K> Cache<K, Numbered> cache() {
        return Caffeine.newBuilder().maximumSize(CACHED).expireAfterWrite(CACHED_FOR).build();
    }

    private void refuseOtherKey() {
        database.update(
                "INSERT INTO ledger.key_check (proof) VALUES (?) ON CONFLICT DO NOTHING",
                ledgerKey.proof());
        byte[] proof = database.queryForObject("SELECT proof FROM ledger.key_check", byte[].class);
        if (!Arrays.equals(proof, ledgerKey.proof())) {
            throw new IllegalStateException(
                    "this record was begun with another ledger key: nothing that is sealed could be"
                            + " read. Give back the key file that it was begun with");
        }
    }

    /**
     * The key of each subject; a new one where it has none or its key was destroyed. Not for use
     * inside a transaction.
     */
    Map<String, Numbered> of(Set<String> subjects) {
        Map<String, Numbered> keys = new HashMap<>(bySubject.getAllPresent(subjects));
        if (keys.size() < subjects.size()) {
            Map<ByteBuffer, String> missing = new HashMap<>();
            for (String subject : subjects) {
                if (!keys.containsKey(subject)) {
                    missing.put(ByteBuffer.wrap(ledgerKey.subject(subject)), subject);
                }
            }
            create(missing.keySet());
            Map<String, Numbered> found = find(missing);
            bySubject.putAll(found);
            keys.putAll(found);
        }
        return keys;
    }

    /**
     * New keys for subjects that nothing on record was sealed for, in the caller's transaction. A
     * key that an attempt without record left behind is replaced.
     */
    Map<String, Numbered> begin(Set<String> subjects) {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        Map<ByteBuffer, String> names = new LinkedHashMap<>();
        subjects.forEach(it -> names.put(ByteBuffer.wrap(ledgerKey.subject(it)), it));
        Map<ByteBuffer, SecretKey> secrets = new LinkedHashMap<>();
        names.keySet().forEach(it -> secrets.put(it, Aes.newKey()));
        Map<String, Numbered> begun = HashMap.newHashMap(names.size());
        database.query(
                """
                INSERT INTO ledger.subject_key (subject, wrapped)
                SELECT u.subject, u.wrapped FROM unnest(?::bytea[], ?::bytea[]) AS u (subject, wrapped)
                ON CONFLICT (subject) WHERE wrapped IS NOT NULL
                DO UPDATE SET wrapped = excluded.wrapped
                RETURNING subject, key\
                """,
                (PreparedStatement statement) -> {
                    statement.setArray(1, bytes(statement, names.keySet()));
                    statement.setArray(
                            2, array(statement, secrets.values().stream().map(this::wrap)));
                },
                (ResultSet row) -> {
                    ByteBuffer subject = ByteBuffer.wrap(row.getBytes(1));
                    begun.put(
                            Objects.requireNonNull(names.get(subject)),
                            new Numbered(
                                    row.getLong(2), Objects.requireNonNull(secrets.get(subject))));
                });
        return begun;
    }

    private byte[] wrap(SecretKey key) {
        return Aes.seal(ledgerKey.wrapping(), key.getEncoded(), CONTEXT);
    }

    private void create(Set<ByteBuffer> subjects) {
        List<ByteBuffer> list = List.copyOf(subjects);
        database.update(
                """
                INSERT INTO ledger.subject_key (subject, wrapped)
                SELECT u.subject, u.wrapped FROM unnest(?::bytea[], ?::bytea[]) AS u (subject, wrapped)
                WHERE NOT EXISTS (SELECT 1 FROM ledger.subject_key k
                    WHERE k.subject = u.subject AND k.wrapped IS NOT NULL)
                ON CONFLICT DO NOTHING\
                """,
                (PreparedStatement statement) -> {
                    statement.setArray(1, bytes(statement, list));
                    statement.setArray(
                            2, array(statement, list.stream().map(_ -> wrap(Aes.newKey()))));
                });
    }

    private Map<String, Numbered> find(Map<ByteBuffer, String> subjects) {
        Map<String, Numbered> found = new HashMap<>();
        database.query(
                """
                SELECT subject, key, wrapped FROM ledger.subject_key
                WHERE subject = ANY (?) AND wrapped IS NOT NULL\
                """,
                (PreparedStatement statement) ->
                        statement.setArray(1, bytes(statement, subjects.keySet())),
                (ResultSet row) -> {
                    String subject = subjects.get(ByteBuffer.wrap(row.getBytes(1)));
                    found.put(
                            Objects.requireNonNull(subject),
                            unwrap(row.getLong(2), row.getBytes(3)));
                });
        return found;
    }

    private static Array bytes(PreparedStatement statement, Collection<ByteBuffer> subjects)
            throws SQLException {
        return array(statement, subjects.stream().map(ByteBuffer::array));
    }

    private static Array array(PreparedStatement statement, Stream<byte[]> values)
            throws SQLException {
        return statement.getConnection().createArrayOf("bytea", values.toArray(byte[][]::new));
    }

    /** The key of a number; null: destroyed. */
    @Nullable SecretKey numbered(long number) {
        Numbered key = byNumber.getIfPresent(number);
        if (key == null) {
            key = find(number);
            if (key == null) {
                return null;
            }
            byNumber.put(number, key);
        }
        return key.key();
    }

    private @Nullable Numbered find(long number) {
        return database
                .query(
                        "SELECT wrapped FROM ledger.subject_key WHERE key = ? AND wrapped IS NOT NULL",
                        (ResultSet row, int _) -> unwrap(number, row.getBytes(1)),
                        number)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private Numbered unwrap(long number, byte[] wrapped) {
        return new Numbered(number, Aes.key(Aes.open(ledgerKey.wrapping(), wrapped, CONTEXT)));
    }
}
