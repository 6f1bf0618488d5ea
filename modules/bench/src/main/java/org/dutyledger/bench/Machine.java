package org.dutyledger.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javax.sql.DataSource;
import org.dutyledger.bench.SyntheticFacts.Sent;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the machine could do before and after a measurement. Where either figure moved by more than
 * a quarter the measurement says nothing.
 *
 * @param commitMillis one durable commit of one row, mean of 200; empty: nothing is committed
 * @param parseMicros reading the tokens of one fact
 */
record Machine(OptionalDouble commitMillis, double parseMicros) {

    private static final int COMMITS = 200;
    private static final double MOVED = 0.25;

    static Machine now(DataSource database, List<Sent> facts) throws SQLException {
        parseMicros(facts);
        return new Machine(OptionalDouble.of(commitMillis(database)), parseMicros(facts));
    }

    /** For what needs no database. */
    static Machine now(List<Sent> facts) {
        parseMicros(facts);
        return new Machine(OptionalDouble.empty(), parseMicros(facts));
    }

    boolean steadyUntil(Machine after) {
        return (commitMillis.isEmpty()
                        || near(commitMillis.getAsDouble(), after.commitMillis.getAsDouble()))
                && near(parseMicros, after.parseMicros);
    }

    String changedTo(Machine after) {
        String commit =
                commitMillis.isEmpty()
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "commit %.2f → %.2f ms, ",
                                commitMillis.getAsDouble(),
                                after.commitMillis.getAsDouble());
        return String.format(
                Locale.ROOT,
                "%sparse %.2f → %.2f µs: %s",
                commit,
                parseMicros,
                after.parseMicros,
                steadyUntil(after) ? "steady" : "unsteady");
    }

    private static boolean near(double before, double after) {
        return Math.abs(after - before) <= MOVED * before;
    }

    private static double commitMillis(DataSource database) throws SQLException {
        try (Connection c = database.getConnection();
                Statement s = c.createStatement()) {
            s.execute("create table if not exists public.machine(n int)");
            c.setAutoCommit(false);
            s.execute("insert into public.machine values (0)");
            c.commit();
            long start = System.nanoTime();
            for (int i = 0; i < COMMITS; i++) {
                s.execute("insert into public.machine values (1)");
                c.commit();
            }
            return (System.nanoTime() - start) / 1e6 / COMMITS;
        }
    }

    private static double parseMicros(List<Sent> facts) {
        JsonMapper json = JsonMapper.shared();
        long tokens = 0;
        long start = System.nanoTime();
        for (Sent fact : facts) {
            try (JsonParser parser = json.createParser(fact.json())) {
                while (parser.nextToken() != null) {
                    tokens++;
                }
            }
        }
        if (tokens == 0) {
            throw new IllegalStateException("no tokens in " + facts.size() + " facts");
        }
        return (System.nanoTime() - start) / 1e3 / facts.size();
    }

    /** The durable settings as the server itself states them; empty if it is durable. */
    static List<String> notDurable(DataSource database) throws SQLException {
        List<String> off = new ArrayList<>();
        try (Connection c = database.getConnection();
                Statement s = c.createStatement()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                try (ResultSet r = s.executeQuery("show " + setting)) {
                    r.next();
                    if (!"on".equals(r.getString(1))) {
                        off.add(setting + "=" + r.getString(1));
                    }
                }
            }
        }
        return off;
    }

    /** The server's own version. */
    static String version(DataSource database) throws SQLException {
        try (Connection c = database.getConnection();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("show server_version")) {
            r.next();
            return r.getString(1);
        }
    }
}
