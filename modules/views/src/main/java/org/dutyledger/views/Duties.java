package org.dutyledger.views;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dutyledger.contract.Finding.DutyChanged;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asking for duties. */
public class Duties {

    private final JdbcClient jdbc;
    private final Findings findings;
    private final ViewPosition position;

    Duties(JdbcClient jdbc, Findings findings, ViewPosition position) {
        this.jdbc = jdbc;
        this.findings = findings;
        this.position = position;
    }

    /** In which order a list of duties is read. */
    public enum Order {
        /** By model, rulebook, rule, about: a duty never moves while the list is read. */
        KEY("model, rulebook, rule, about", 4),
        /** By deadline first, those without one last. */
        DUE("due, model, rulebook, rule, about", 5);

        private final String columns;
        private final int parts;

        Order(String columns, int parts) {
            this.columns = columns;
            this.parts = parts;
        }

        private String select(DutyFilter filter, String where, int limit) {
            String select =
                    "SELECT due, model, rulebook, rule, about, sequence, earlier"
                            + " FROM ledger.view_duty WHERE true";
            String end = " ORDER BY " + columns + " LIMIT " + limit;
            return switch (this) {
                case KEY -> select + where + end;
                // in each status duties are indexed by their deadline
                case DUE ->
                        filter.statuses().stream()
                                .map(it ->
                                        "(%s AND status = '%s'%s%s)"
                                                .formatted(select, it.name(), where, end))
                                .collect(
                                        Collectors.joining(
                                                " UNION ALL ",
                                                "SELECT * FROM (",
                                                ") AS duties" + end));
            };
        }
    }

    /**
     * A page of duties.
     *
     * @throws UnknownCursorException if {@code paging.after} is not a cursor of this list and order
     */
    public Page<DutyEntry> page(DutyFilter filter, Order order, Paging paging) {
        Standpoint at = position.standpoint();
        String list = "duties/" + order;
        Map<String, Object> parameters = new HashMap<>(filter.parameters());
        String where = filter.sql();
        if (paging.after() != null) {
            List<String> key = Cursor.read(paging.after(), list, order.parts);
            where +=
                    " AND (" + order.columns + ") > (" + placeholders(order, key, parameters) + ")";
        }
        List<Row> rows =
                jdbc.sql(order.select(filter, where, paging.limit() + 1))
                        .params(parameters)
                        .query((row, n) -> row(row))
                        .list();
        Page<Row> page = Page.of(at, rows, paging.limit(), list, row -> row.key(order));
        List<DutyChanged> told =
                findings.duties(page.items().stream().map(Row::reference).toList());
        Iterator<DutyChanged> next = told.iterator();
        return page.map(row -> DutyEntry.of(row.reference.sequence(), next.next(), at.asOf()));
    }

    private static String placeholders(
            Order order, List<String> key, Map<String, Object> parameters) {
        StringBuilder names = new StringBuilder();
        for (int part = 0; part < key.size(); part++) {
            boolean due = order == Order.DUE && part == 0;
            names.append(part == 0 ? ":" : ", :").append("key").append(part);
            names.append(due ? "::timestamptz" : "");
            parameters.put("key" + part, key.get(part));
        }
        return names.toString();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("due", OffsetDateTime.class),
                List.of(
                        row.getString("model"),
                        row.getString("rulebook"),
                        row.getString("rule"),
                        row.getString("about")),
                new Findings.Reference(row.getLong("sequence"), row.getString("earlier")));
    }

    private record Row(OffsetDateTime due, List<String> key, Findings.Reference reference) {

        List<String> key(Order order) {
            return switch (order) {
                case KEY -> key;
                case DUE -> Stream.concat(Stream.of(sortable()), key.stream()).toList();
            };
        }

        private String sortable() {
            return due.equals(OffsetDateTime.MAX) ? "infinity" : due.toInstant().toString();
        }
    }
}
