package org.dutyledger.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Prints each pair for a person or as a JSON line, and keeps every line for later comparison. */
final class Report {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final PrintStream out;
    private final boolean json;
    private final Path results;
    private boolean floorsHold = true;

    Report(PrintStream out, boolean json, Path results) {
        this.out = out;
        this.json = json;
        this.results = results;
    }

    /**
     * @param unit of the sides, such as {@code /s}
     * @param setting what was run, on what
     * @param correct what was checked afterwards
     * @param steady whether the machine stayed as it was
     * @param machine in words
     * @param lacks what the peer does not do that we do, empty: nothing
     */
    record Row(
            Goal goal,
            String title,
            String setting,
            String unit,
            Pair.Outcome outcome,
            String correct,
            boolean steady,
            String machine,
            String lacks,
            List<String> notDurable) {}

    void print(Row row) throws IOException {
        String verdict = verdict(row);
        if (row.steady && !row.goal.floorHolds(row.outcome.ratio())) {
            floorsHold = false;
        }
        String line = JSON.writeValueAsString(line(row, verdict));
        if (results.getParent() != null) {
            Files.createDirectories(results.getParent());
        }
        Files.writeString(
                results,
                line + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        if (json) {
            out.println(line);
        } else {
            text(row, verdict);
        }
        out.flush();
    }

    /** Whether every floor held wherever the machine was steady. */
    boolean floorsHold() {
        return floorsHold;
    }

    private static String verdict(Row row) {
        if (!row.notDurable.isEmpty()) {
            return "NOT DURABLE " + row.notDurable;
        }
        if (!row.steady) {
            return "unsteady";
        }
        String reached = row.goal.verdict(row.outcome.ratio());
        return row.goal.floorHolds(row.outcome.ratio()) ? reached : reached + ", BELOW THE FLOOR";
    }

    private void text(Row row, String verdict) {
        Pair.Outcome o = row.outcome;
        out.println(row.title + "   " + row.setting);
        out.printf(Locale.ROOT, "  A %-28s %s%n", o.nameA(), side(o.a(), row.unit));
        out.printf(
                Locale.ROOT, "  B %-28s %s   %s%n", o.nameB(), side(o.b(), row.unit), row.correct);
        out.printf(
                Locale.ROOT,
                "  B/A %-26s %s of %d pairs      floor %s goal %s %s  %s%n",
                "",
                ratio(o.ratio()),
                o.ratio().sorted().length,
                row.goal.floor(),
                row.goal.row(),
                row.goal.goal(),
                verdict);
        out.printf(Locale.ROOT, "  machine %-22s %s%n", "", row.machine);
        if (!row.lacks.isEmpty()) {
            out.printf(Locale.ROOT, "  A lacks %-22s %s%n", "", row.lacks);
        }
    }

    private static String side(Samples s, String unit) {
        String form = s.median() < 100 ? "%.2f %s (%.2f..%.2f)" : "%.0f %s (%.0f..%.0f)";
        return String.format(Locale.ROOT, form, s.median(), unit, s.min(), s.max());
    }

    private static String ratio(Samples s) {
        return String.format(Locale.ROOT, "%.2f (%.2f..%.2f)", s.median(), s.min(), s.max());
    }

    private static ObjectNode line(Row row, String verdict) {
        ObjectNode node = JSON.createObjectNode();
        node.put("row", row.goal.row()).put("title", row.title).put("setting", row.setting);
        node.put("unit", row.unit).put("verdict", verdict).put("machine", row.machine);
        node.put("floor", row.goal.floor()).put("goal", row.goal.goal());
        node.put("correct", row.correct).put("lacks", row.lacks);
        samples(node.putObject("a").put("name", row.outcome.nameA()), row.outcome.a());
        samples(node.putObject("b").put("name", row.outcome.nameB()), row.outcome.b());
        samples(node.putObject("ratio"), row.outcome.ratio());
        return node;
    }

    private static void samples(ObjectNode node, Samples s) {
        node.put("median", s.median()).put("min", s.min()).put("max", s.max());
        node.put("samples", s.sorted().length);
    }
}
