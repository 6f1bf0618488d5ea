package org.dutyledger.liability.duty;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.CoverageObserved;
import org.dutyledger.contract.FactData.RiskReported;
import org.dutyledger.contract.ModelId;
import org.dutyledger.liability.history.History;
import org.dutyledger.liability.history.Subject.Kind;
import org.dutyledger.liability.law.DutyRule;
import org.dutyledger.liability.law.DutyRule.IncidentNotice;
import org.dutyledger.liability.law.DutyRule.Monitor;
import org.dutyledger.liability.law.DutyRule.Remediate;
import org.dutyledger.liability.law.DutyRule.RiskNotice;
import org.dutyledger.liability.law.DutyRule.VersionNotice;

/** Which duties must be judged again, each from when on, after something was touched. */
final class Todo {

    private final List<DutyRule> rules;
    private final ModelId model;
    private final History history;
    private final Quiet quiet;
    private final Windows windows;
    private final NavigableMap<DutyKey, Instant> todo = new TreeMap<>();

    /** Whether a window that came can be of weight for a rule. */
    interface Windows {
        boolean bears(VersionNotice rule, CoverageObserved window);
    }

    Todo(List<DutyRule> rules, ModelId model, History history, Quiet quiet, Windows windows) {
        this.rules = rules;
        this.model = model;
        this.history = history;
        this.quiet = quiet;
        this.windows = windows;
    }

    NavigableMap<DutyKey, Instant> of(Touched touched, NavigableSet<DutyKey> known) {
        if (touched.isEverything()) {
            known.forEach(key -> todo.put(key, Instant.MIN));
            rules.forEach(this::all);
            return todo;
        }
        NavigableMap<String, Instant> risks = new TreeMap<>(touched.risks);
        if (touched.service != null) {
            for (String risk : quiet.disturbedAt(touched.service)) {
                risks.putIfAbsent(risk, touched.service);
            }
        }
        for (Fact report : touched.reports) {
            if (report.data() instanceof RiskReported it
                    && !quiet.isKnownBefore(it.risk(), report)) {
                Touched.mark(risks, it.risk(), report.time());
            }
        }
        for (DutyRule rule : rules) {
            switch (rule) {
                case Remediate it -> all(rule, risks);
                case RiskNotice it -> all(rule, risks);
                case VersionNotice it -> versions(it, touched);
                case Monitor it -> {
                    if (touched.monitoring != null) {
                        add(rule, model.toString(), touched.monitoring);
                    }
                }
                case IncidentNotice it -> {
                    if (!touched.incidents.isEmpty()) {
                        touched.incidents.forEach(id -> add(rule, id, Instant.MIN));
                    }
                }
            }
        }
        return todo;
    }

    private void versions(VersionNotice rule, Touched touched) {
        Instant all = touched.allVersions;
        if (all != null) {
            history.ids(Kind.VERSION).forEach(id -> add(rule, id, all));
        }
        all(rule, touched.versions);
        if (rule.byTopics()) {
            all(rule, touched.coverage);
            for (CoverageObserved it : touched.windows) {
                if (windows.bears(rule, it)) {
                    add(rule, it.version(), it.from());
                }
            }
        }
    }

    private void all(DutyRule rule, Map<String, Instant> abouts) {
        if (!abouts.isEmpty()) {
            abouts.forEach((id, from) -> add(rule, id, from));
        }
    }

    private void all(DutyRule rule) {
        Collection<String> abouts =
                switch (rule) {
                    case Remediate it -> history.ids(Kind.RISK);
                    case RiskNotice it -> history.ids(Kind.RISK);
                    case VersionNotice it -> history.ids(Kind.VERSION);
                    case Monitor it -> List.of(model.toString());
                    case IncidentNotice it -> history.ids(Kind.INCIDENT);
                };
        abouts.forEach(id -> todo.put(key(rule, id), Instant.MIN));
    }

    private void add(DutyRule rule, String about, Instant from) {
        todo.merge(key(rule, about), from, (a, b) -> a.isBefore(b) ? a : b);
    }

    private static DutyKey key(DutyRule rule, String about) {
        return new DutyKey(rule.citation().rule(), about);
    }
}
