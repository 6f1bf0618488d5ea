package org.dutyledger.views;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.contract.Finding.DutyChanged;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asking for duties. */
public class Duties {

    private final JdbcClient jdbc;
    private final ViewJson json;
    private final ViewPosition position;

    Duties(JdbcClient jdbc, ViewJson json, ViewPosition position) {
        this.jdbc = jdbc;
        this.json = json;
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
        String sql =
                "SELECT due, sequence, finding FROM ledger.view_duty WHERE true" + filter.sql();
        if (paging.after() != null) {
            List<String> key = Cursor.read(paging.after(), list, order.parts);
            sql += " AND (" + order.columns + ") > (" + placeholders(order, key, parameters) + ")";
        }
        sql += " ORDER BY " + order.columns + " LIMIT " + (paging.limit() + 1);
        List<Row> rows =
                jdbc.sql(sql).params(parameters).query((row, n) -> row(row, at.asOf())).list();
        Page<Row> page = Page.of(at, rows, paging.limit(), list, row -> row.key(order));
        return page.map(Row::entry);
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

    private Row row(ResultSet row, Instant asOf) throws SQLException {
        DutyChanged finding = json.read(row.getString("finding"), DutyChanged.class);
        return new Row(
                row.getObject("due", OffsetDateTime.class),
                DutyEntry.of(row.getLong("sequence"), finding, asOf));
    }

    private record Row(OffsetDateTime due, DutyEntry entry) {

        List<String> key(Order order) {
            String model = entry.model();
            String rulebook = entry.rulebook().id();
            return switch (order) {
                case KEY -> List.of(model, rulebook, entry.rule(), entry.about());
                case DUE -> List.of(sortable(), model, rulebook, entry.rule(), entry.about());
            };
        }

        private String sortable() {
            return due.equals(OffsetDateTime.MAX) ? "infinity" : due.toInstant().toString();
        }
    }
}
