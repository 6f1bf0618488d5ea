package org.dutyledger.bench;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.dutyledger.bench.SyntheticFacts.Sent;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The physical limit: the same facts written raw into one table with the two unique keys that the
 * record needs, durable, a commit per batch. No reading, no judging.
 */
final class RawTable {

    private static final int ROWS_PER_STATEMENT = 500;
    private static final byte[] COPY_HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final Instant POSTGRES_EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final DataSource database;

    RawTable(DataSource database) {
        this.database = database;
    }

    /** An empty table and a checkpoint, so that each sample starts alike. */
    void reset() throws SQLException {
        try (Connection c = database.getConnection();
                Statement s = c.createStatement()) {
            s.execute("drop table if exists public.raw_events");
            s.execute(
                    "create table public.raw_events(position bigint generated always as identity,"
                            + " aggregate text not null, seq bigint not null, source text not null,"
                            + " id text not null, type text not null, time timestamptz not null,"
                            + " recorded timestamptz not null default now(), payload bytea not null,"
                            + " unique(aggregate, seq), unique(source, id))");
            s.execute("checkpoint");
        }
    }

    /** Multi-row INSERT. Returns facts a second. */
    double insert(List<Sent> facts, int commit) throws SQLException {
        int rows = Math.min(commit, ROWS_PER_STATEMENT);
        String sql =
                "insert into public.raw_events(aggregate,seq,source,id,type,time,payload) values "
                        + "(?,?,?,?,?,?,?),".repeat(rows - 1)
                        + "(?,?,?,?,?,?,?)";
        try (Connection c = database.getConnection()) {
            c.setAutoCommit(false);
            long start = System.nanoTime();
            try (PreparedStatement p = c.prepareStatement(sql)) {
                int uncommitted = 0;
                for (int i = 0; i + rows <= facts.size(); i += rows) {
                    bind(p, facts.subList(i, i + rows));
                    p.executeUpdate();
                    uncommitted += rows;
                    if (uncommitted >= commit) {
                        c.commit();
                        uncommitted = 0;
                    }
                }
            }
            c.commit();
            return rate(facts.size() / rows * rows, start);
        }
    }

    private static void bind(PreparedStatement p, List<Sent> facts) throws SQLException {
        int at = 1;
        for (Sent f : facts) {
            p.setString(at++, f.model());
            p.setLong(at++, f.number());
            p.setString(at++, f.source());
            p.setString(at++, f.id());
            p.setString(at++, f.type());
            p.setObject(at++, OffsetDateTime.ofInstant(f.time(), ZoneOffset.UTC));
            p.setBytes(at++, f.json());
        }
    }

    /** Binary COPY, one a commit. Returns facts a second. */
    double copy(List<Sent> facts, int commit) throws SQLException, IOException {
        try (Connection c = database.getConnection()) {
            var copies = c.unwrap(PGConnection.class).getCopyAPI();
            long start = System.nanoTime();
            for (int i = 0; i < facts.size(); i += commit) {
                byte[] rows = binary(facts.subList(i, Math.min(facts.size(), i + commit)));
                CopyIn in =
                        copies.copyIn(
                                "copy public.raw_events(aggregate,seq,source,id,type,time,payload)"
                                        + " from stdin (format binary)");
                in.writeToCopy(rows, 0, rows.length);
                in.endCopy();
            }
            return rate(facts.size(), start);
        }
    }

    private static byte[] binary(List<Sent> facts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(facts.size() * 900);
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(COPY_HEADER);
        for (Sent f : facts) {
            out.writeShort(7);
            text(out, f.model());
            out.writeInt(Long.BYTES);
            out.writeLong(f.number());
            text(out, f.source());
            text(out, f.id());
            text(out, f.type());
            out.writeInt(Long.BYTES);
            out.writeLong((f.time().toEpochMilli() - POSTGRES_EPOCH.toEpochMilli()) * 1000);
            out.writeInt(f.json().length);
            out.write(f.json());
        }
        out.writeShort(-1);
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, String value) throws IOException {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    static double rate(int facts, long startNanos) {
        return facts * 1e9 / (System.nanoTime() - startNanos);
    }
}
