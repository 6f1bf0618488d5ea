package org.dutyledger.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.dutyledger.bench.SyntheticFacts.Sent;
import org.dutyledger.bench.peers.StockAxon;
import org.dutyledger.liability.law.LawInForce;

/** Rows 1a and 1b: the walk beside raw writes of the same facts. Row 2d: one big dossier. */
final class Ingest {

    private static final Goal BY_500 = new Goal("1a", 0.30, 0.60, true);
    private static final Goal BY_5000_INSERT = new Goal("1b", 0.50, 0.80, true);
    private static final Goal BY_5000_COPY = new Goal("1b", 0.30, 0.55, true);
    private static final Goal BIG_DOSSIER = new Goal("2d", 0.5, 0.9, true);
    private static final Goal STOCK_AXON = new Goal("1c", 30, 60, true);
    private static final int STOCK_FACTS = 3_000;
    private static final int SEED = 7;
    private static final int MODELS = 1_000;
    private static final int SMALL = 100;

    private final Servers servers;
    private final Path work;
    private final int facts;
    private final int pairs;
    private final Pair.Progress progress;

    Ingest(Servers servers, Path work, int facts, int pairs, Pair.Progress progress) {
        this.servers = servers;
        this.work = work;
        this.facts = facts;
        this.pairs = pairs;
        this.progress = progress;
    }

    Report.Row by500() throws Exception {
        RawTable raw = new RawTable(servers.database());
        List<Sent> sent = SyntheticFacts.list(facts, SEED, MODELS, "");
        return row(
                BY_500,
                "ingest, polls of 500",
                sent,
                new Pair(
                        "raw INSERT",
                        fresh(raw, () -> raw.insert(sent, 500)),
                        "dutyledger",
                        walk(500, sent)));
    }

    Report.Row by5000BesideInsert() throws Exception {
        RawTable raw = new RawTable(servers.database());
        List<Sent> sent = SyntheticFacts.list(facts, SEED, MODELS, "");
        return row(
                BY_5000_INSERT,
                "ingest, polls of 5000",
                sent,
                new Pair(
                        "raw INSERT",
                        fresh(raw, () -> raw.insert(sent, 5000)),
                        "dutyledger",
                        walk(5000, sent)));
    }

    Report.Row by5000BesideCopy() throws Exception {
        RawTable raw = new RawTable(servers.database());
        List<Sent> sent = SyntheticFacts.list(facts, SEED, MODELS, "");
        return row(
                BY_5000_COPY,
                "ingest, polls of 5000",
                sent,
                new Pair(
                        "raw COPY",
                        fresh(raw, () -> raw.copy(sent, 5000)),
                        "dutyledger",
                        walk(5000, sent)));
    }

    /** The next facts of one dossier of a million facts, beside those of dossiers of a hundred. */
    Report.Row intoBigDossier(int big) throws Exception {
        Walk walk = new Walk(servers, work, 500);
        List<Sent> history = SyntheticFacts.list(big, SEED, 1, "h");
        List<Sent> next = SyntheticFacts.list(facts, SEED + 1, 1, "n");
        List<Sent> histories = SyntheticFacts.list(SMALL * MODELS, SEED, MODELS, "h");
        List<Sent> nexts = SyntheticFacts.list(facts, SEED + 1, MODELS, "n");
        String bigRecord = walk.prepare(history);
        String smallRecord = walk.prepare(histories);
        Pair pair =
                new Pair(
                        MODELS + " dossiers of " + SMALL,
                        () -> walk.measureInto(smallRecord, histories.size(), nexts),
                        "one dossier of " + big,
                        () -> walk.measureInto(bigRecord, history.size(), next));
        return row(BIG_DOSSIER, "ingest into a big dossier, polls of 500", next, pair);
    }

    /** The framework as it comes, one command a fact, beside the walk. */
    Report.Row besideStockAxon(LawInForce law) throws Exception {
        List<Sent> sent = SyntheticFacts.list(facts, SEED, MODELS, "");
        List<Sent> few = sent.subList(0, Math.min(facts, STOCK_FACTS));
        return row(
                STOCK_AXON,
                "ingest, polls of 500",
                sent,
                new Pair(
                        "stock Axon, JPA, cached",
                        () -> stockAxon(law, few),
                        "dutyledger",
                        walk(500, sent)),
                "reading Kafka, offsets, unique source and id, sealed fields, one public order");
    }

    private double stockAxon(LawInForce law, List<Sent> sent) throws Exception {
        String name = "stock_axon";
        servers.createDatabase(name);
        try (StockAxon axon = new StockAxon(servers.database(name), law)) {
            return axon.record(
                    sent.stream().map(Sent::model).toList(),
                    sent.stream().map(Sent::json).toList());
        } finally {
            servers.dropDatabase(name);
        }
    }

    private Pair.Side walk(int poll, List<Sent> sent) {
        return () -> new Walk(servers, work, poll).measure(sent);
    }

    private static Pair.Side fresh(RawTable raw, Pair.Side side) {
        return () -> {
            raw.reset();
            return side.measure();
        };
    }

    private Report.Row row(Goal goal, String title, List<Sent> sent, Pair pair) throws Exception {
        return row(goal, title, sent, pair, "");
    }

    private Report.Row row(Goal goal, String title, List<Sent> sent, Pair pair, String lacks)
            throws Exception {
        DataSource database = servers.database();
        List<Sent> few = sent.subList(0, Math.min(sent.size(), 20_000));
        Machine before = Machine.now(database, few);
        Pair.Outcome outcome = pair.run(pairs, progress);
        Machine after = Machine.now(database, few);
        return new Report.Row(
                goal,
                title,
                setting(database),
                "/s",
                outcome,
                "correct: %d facts, none doubled".formatted(facts),
                before.steadyUntil(after),
                before.changedTo(after),
                lacks,
                Machine.notDurable(database));
    }

    private String setting(DataSource database) throws SQLException {
        return "%d facts of 600 B, %d models, seed %d   PostgreSQL %s fsync=on sync_commit=on   JDK %d   %d cores"
                .formatted(
                        facts,
                        MODELS,
                        SEED,
                        Machine.version(database),
                        Runtime.version().feature(),
                        Runtime.getRuntime().availableProcessors());
    }
}
