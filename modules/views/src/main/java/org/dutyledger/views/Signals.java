package org.dutyledger.views;

import java.util.Collection;
import java.util.List;
import org.dutyledger.contract.FactData;
import org.dutyledger.contract.ModelId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reading back what facts said about a subject, in fact order, withdrawn ones left out. */
class Signals {

    private static final String OF =
            """
            SELECT subject, type, time, detail FROM ledger.view_signal s
            WHERE model = :model AND about = :about AND type IN (:types)
                AND (:all OR subject IN (:subjects))
                AND NOT EXISTS (SELECT FROM ledger.view_withdrawn w WHERE w.model = s.model
                    AND w.source = s.source AND w.fact = s.fact)
            ORDER BY time, recorded, source, fact
            """;

    private final JdbcClient jdbc;
    private final ViewJson json;

    Signals(JdbcClient jdbc, ViewJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Of every subject. */
    List<Signal> of(ModelId model, Signal.About about, List<Class<? extends FactData>> types) {
        return query(model, about, true, List.of(""), types);
    }

    /** Of some subjects. */
    List<Signal> of(
            ModelId model,
            Signal.About about,
            Collection<String> subjects,
            List<Class<? extends FactData>> types) {
        return subjects.isEmpty() ? List.of() : query(model, about, false, subjects, types);
    }

    private List<Signal> query(
            ModelId model,
            Signal.About about,
            boolean all,
            Collection<String> subjects,
            List<Class<? extends FactData>> types) {
        return jdbc.sql(OF)
                .param("model", model.toString())
                .param("about", about.name())
                .param("types", types.stream().map(Class::getSimpleName).toList())
                .param("all", all)
                .param("subjects", subjects)
                .query((row, n) ->
                        new Signal(
                                row.getString("subject"),
                                SqlTime.require(row, "time"),
                                data(row.getString("type"), row.getString("detail"), types)))
                .list();
    }

    private FactData data(String type, String detail, List<Class<? extends FactData>> types) {
        return types.stream()
                .filter(each -> each.getSimpleName().equals(type))
                .findFirst()
                .<FactData>map(each -> json.read(detail, each))
                .orElseThrow();
    }
}
