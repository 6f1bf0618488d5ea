package org.dutyledger.views;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import org.dutyledger.contract.FactData;
import org.dutyledger.contract.FactData.RiskConfirmed;
import org.dutyledger.contract.FactData.RiskDismissed;
import org.dutyledger.contract.FactData.RiskRescored;
import org.dutyledger.contract.ModelId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asking for the risks of a model. */
public class Risks {

    private static final String LIST = "risks";
    private static final String IDS =
            """
            SELECT DISTINCT subject FROM ledger.view_signal s
            WHERE model = ? AND about = 'RISK' AND subject > ?
                AND NOT EXISTS (SELECT FROM ledger.view_withdrawn w WHERE w.model = s.model
                    AND w.source = s.source AND w.fact = s.fact)
            ORDER BY subject LIMIT ?
            """;

    /** Reports are counted, not read: there may be many. */
    private static final List<Class<? extends FactData>> READ =
            List.of(RiskConfirmed.class, RiskRescored.class, RiskDismissed.class);

    private final JdbcClient jdbc;
    private final Signals signals;
    private final RiskKnowledge knowledge;
    private final ViewPosition position;

    Risks(JdbcClient jdbc, Signals signals, RiskKnowledge knowledge, ViewPosition position) {
        this.jdbc = jdbc;
        this.signals = signals;
        this.knowledge = knowledge;
        this.position = position;
    }

    /**
     * A page of risks, by id.
     *
     * @throws UnknownCursorException if {@code paging.after} is not a cursor of this list
     */
    public Page<RiskEntry> page(ModelId model, Paging paging) {
        Standpoint at = position.standpoint();
        String after =
                paging.after() == null ? "" : Cursor.read(paging.after(), LIST, 1).getFirst();
        List<String> rows =
                jdbc.sql(IDS)
                        .params(model.toString(), after, paging.limit() + 1)
                        .query((row, n) -> row.getString(1))
                        .list();
        Page<String> page = Page.of(at, rows, paging.limit(), LIST, List::of);
        Map<String, List<Signal>> said =
                signals.of(model, Signal.About.RISK, page.items(), READ).stream()
                        .collect(groupingBy(Signal::subject));
        Map<String, RiskKnowledge.Reports> reports = knowledge.reports(model, page.items());
        Map<String, RiskKnowledge.Duties> duties = knowledge.duties(model, page.items());
        return page.map(risk ->
                RiskEpisode.entry(
                        risk,
                        said.getOrDefault(risk, List.of()),
                        reports.getOrDefault(risk, RiskKnowledge.Reports.NONE),
                        duties.getOrDefault(risk, RiskKnowledge.Duties.NONE)));
    }
}
