package org.dutyledger.alerting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dutyledger.alerting.alert.Alert;
import org.dutyledger.alerting.alert.AlertEvent;
import org.dutyledger.alerting.delivery.Composer;
import org.dutyledger.alerting.row.AlertJson;
import org.dutyledger.alerting.row.SqlTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Asking for alerts, silences and messages. */
public class Alerts {

    private static final String PAGE =
            """
            SELECT body FROM ledger.alert
            WHERE id > ? AND (?::text[] IS NULL OR state = ANY (?)) AND (?::text IS NULL OR kind = ?)
                AND (?::text IS NULL OR severity = ?) AND (?::text IS NULL OR model = ?)
            ORDER BY id LIMIT ?
            """;

    private final JdbcTemplate jdbc;
    private final Composer composer;
    private final Clock clock;

    Alerts(JdbcTemplate jdbc, Composer composer, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.composer = composer;
    }

    /**
     * Some alerts in the order of their ids.
     *
     * @param next cursor of the next page; null: this is the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<AlertEntry> items, @Nullable String next) {}

    /**
     * Alerts.
     *
     * @param after cursor of the page before; null: the first
     */
    public Page page(AlertFilter filter, @Nullable String after, int limit) {
        String[] states = filter.states() == null ? null : filter.states().toArray(String[]::new);
        List<Alert> found =
                jdbc.query(
                        PAGE,
                        (row, n) -> AlertJson.read(row.getString(1), Alert.class),
                        after == null ? "" : after,
                        states,
                        states,
                        filter.kind(),
                        filter.kind(),
                        filter.severity(),
                        filter.severity(),
                        filter.model(),
                        filter.model(),
                        limit + 1);
        boolean more = found.size() > limit;
        List<Alert> shown = more ? found.subList(0, limit) : found;
        return new Page(entries(shown), more ? shown.getLast().key().id() : null);
    }

    private List<AlertEntry> entries(List<Alert> alerts) {
        var told = composer.compose(alerts);
        List<AlertEntry> entries = new ArrayList<>();
        for (int i = 0; i < alerts.size(); i++) {
            Alert each = alerts.get(i);
            entries.add(new AlertEntry(told.get(i), each.acknowledged(), each.silenced(), null));
        }
        return entries;
    }

    /** One alert with all that happened to it. */
    public Optional<AlertEntry> find(String id) {
        List<Alert> found =
                jdbc.query(
                        "SELECT body FROM ledger.alert WHERE id = ?",
                        (row, n) -> AlertJson.read(row.getString(1), Alert.class),
                        id);
        return entries(found).stream()
                .findFirst()
                .map(it ->
                        new AlertEntry(it.alert(), it.acknowledged(), it.silenced(), history(id)));
    }

    private List<AlertEvent> history(String id) {
        return jdbc.query(
                "SELECT body FROM ledger.alert_event WHERE alert = ? ORDER BY revision",
                (row, n) -> AlertJson.read(row.getString(1), AlertEvent.class),
                id);
    }

    /** Silences that hold or will, the first to end first. */
    public List<Silence.Numbered> silences() {
        return jdbc.query(
                """
                SELECT id, body FROM ledger.alert_silence WHERE ended IS NULL AND until > ?
                ORDER BY until, id
                """,
                (row, n) ->
                        new Silence.Numbered(
                                row.getLong(1), AlertJson.read(row.getString(2), Silence.class)),
                SqlTime.of(clock.instant()));
    }

    /**
     * Messages, the newest first.
     *
     * @param state null: any
     * @param before id of the last one already read; null: the first page
     */
    public List<MessageEntry> messages(@Nullable String state, @Nullable Long before, int limit) {
        return jdbc.query(
                """
                SELECT id, key, receiver, state, attempts, due, created, ended, error, alerts
                FROM ledger.alert_message
                WHERE id < ? AND (?::text IS NULL OR state = ?) ORDER BY id DESC LIMIT ?
                """,
                (row, n) ->
                        new MessageEntry(
                                row.getLong("id"),
                                row.getString("key"),
                                row.getString("receiver"),
                                row.getString("state"),
                                row.getInt("attempts"),
                                SqlTime.read(row, "due"),
                                SqlTime.require(row, "created"),
                                SqlTime.read(row, "ended"),
                                row.getString("error"),
                                row.getInt("alerts")),
                before == null ? Long.MAX_VALUE : before,
                state,
                state,
                limit);
    }
}
