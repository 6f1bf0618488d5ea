package org.dutyledger.views;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dutyledger.contract.Duty.Status;
import org.dutyledger.views.ModelEntry.NextDue;
import org.dutyledger.views.ModelEntry.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How models stand under each rulebook: counted while writing, so that asking costs little. */
class Standings {

    private static final String COUNTS =
            """
            SELECT model, rulebook, status, duties, late FROM ledger.view_duty_count
            WHERE model = ANY (?)
            """;
    private static final String NEXT =
            """
            SELECT k.model, k.rulebook, n.rule, n.about, n.due
            FROM (SELECT DISTINCT model, rulebook FROM ledger.view_duty_count
                  WHERE model = ANY (?) AND status = 'PENDING') k
            CROSS JOIN LATERAL (
                SELECT rule, about, due FROM ledger.view_duty d
                WHERE d.model = k.model AND d.rulebook = k.rulebook
                    AND d.status = 'PENDING' AND d.due < 'infinity'
                ORDER BY d.due, d.rule, d.about LIMIT 1) n
            """;

    private final JdbcClient jdbc;
    private final Exposures exposures;

    Standings(JdbcClient jdbc, Exposures exposures) {
        this.jdbc = jdbc;
        this.exposures = exposures;
    }

    /** By model, then one per rulebook. */
    Map<String, List<Standing>> of(Collection<String> models) {
        Map<String, Map<String, Gathered>> gathered = new TreeMap<>();
        String[] ids = models.toArray(String[]::new);
        jdbc.sql(COUNTS)
                .param(ids)
                .query(row -> {
                    at(gathered, row.getString("model"), row.getString("rulebook"))
                            .count(
                                    Status.valueOf(row.getString("status")),
                                    row.getLong("duties"),
                                    row.getLong("late"));
                });
        jdbc.sql(NEXT)
                .param(ids)
                .query(row -> {
                    Instant due = SqlTime.read(row, "due");
                    at(gathered, row.getString("model"), row.getString("rulebook")).next =
                            due == null
                                    ? null
                                    : new NextDue(
                                            row.getString("rule"), row.getString("about"), due);
                });
        exposures
                .of(models)
                .forEach(each -> at(gathered, each.model(), each.rulebook().id()).exposure = each);
        return standings(gathered);
    }

    private static Gathered at(
            Map<String, Map<String, Gathered>> gathered, String model, String rulebook) {
        return gathered.computeIfAbsent(model, key -> new TreeMap<>())
                .computeIfAbsent(rulebook, key -> new Gathered());
    }

    private static Map<String, List<Standing>> standings(
            Map<String, Map<String, Gathered>> gathered) {
        Map<String, List<Standing>> standings = new TreeMap<>();
        gathered.forEach((model, byRulebook) -> {
            List<Standing> all = new ArrayList<>();
            byRulebook.forEach((rulebook, each) -> all.add(each.standing(rulebook)));
            standings.put(model, all);
        });
        return standings;
    }

    private static final class Gathered {

        private final Map<Status, Long> duties = new EnumMap<>(Status.class);
        private long late;
        private @Nullable NextDue next;
        private @Nullable ExposureEntry exposure;

        void count(Status status, long count, long lateOnes) {
            duties.put(status, count);
            late += lateOnes;
        }

        Standing standing(String rulebook) {
            long open =
                    duties.getOrDefault(Status.BREACH, 0L)
                            + duties.getOrDefault(Status.POLICY_BREACH, 0L);
            return new Standing(rulebook, duties, open, late, next, exposure);
        }
    }
}
