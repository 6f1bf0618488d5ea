package org.dutyledger.liability.duty;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.CoverageObserved;
import org.dutyledger.contract.FactData.RiskReported;
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
    private final String model;
    private final History history;
    private final Quiet quiet;
    private final Windows windows;
    private NavigableMap<DutyKey, Instant> todo = Collections.emptyNavigableMap();

    /** Whether a window that came can be of weight for a rule. */
    interface Windows {
        boolean bears(VersionNotice rule, CoverageObserved window);
    }

    Todo(List<DutyRule> rules, String model, History history, Quiet quiet, Windows windows) {
        this.rules = rules;
        this.model = model;
        this.history = history;
        this.quiet = quiet;
        this.windows = windows;
    }

    /** Adds what was touched, or all. */
    void add(Touched touched, Collection<DutyKey> known) {
        if (touched.isEverything()) {
            known.forEach(key -> add(key, Instant.MIN));
            rules.forEach(this::all);
            return;
        }
        NavigableMap<String, Instant> risks = risks(touched);
        for (DutyRule rule : rules) {
            switch (rule) {
                case Remediate it -> all(rule, risks);
                case RiskNotice it -> all(rule, risks);
                case VersionNotice it -> versions(it, touched);
                case Monitor it -> {
                    if (touched.monitoring != null) {
                        add(key(rule, model), touched.monitoring);
                    }
                }
                case IncidentNotice it -> {
                    if (!touched.incidents().isEmpty()) {
                        touched.incidents().forEach(id -> add(key(rule, id), Instant.MIN));
                    }
                }
            }
        }
    }

    private NavigableMap<String, Instant> risks(Touched touched) {
        if (touched.service == null && touched.reports().isEmpty()) {
            return touched.risks();
        }
        NavigableMap<String, Instant> risks = new TreeMap<>(touched.risks());
        if (touched.service != null) {
            for (String risk : quiet.disturbedAt(touched.service)) {
                risks.putIfAbsent(risk, touched.service);
            }
        }
        for (Fact report : touched.reports()) {
            if (report.data() instanceof RiskReported it
                    && !quiet.isKnownBefore(it.risk(), report)) {
                risks.merge(it.risk(), report.time(), Todo::earlier);
            }
        }
        return risks;
    }

    private void versions(VersionNotice rule, Touched touched) {
        Instant all = touched.allVersions;
        if (all != null) {
            history.ids(Kind.VERSION).forEach(id -> add(key(rule, id), all));
        }
        all(rule, touched.versions());
        if (rule.byTopics()) {
            all(rule, touched.coverage());
            for (CoverageObserved it : touched.windows()) {
                if (windows.bears(rule, it)) {
                    add(key(rule, it.version()), it.from());
                }
            }
        }
    }

    private void all(DutyRule rule, Map<String, Instant> abouts) {
        if (!abouts.isEmpty()) {
            abouts.forEach((id, from) -> add(key(rule, id), from));
        }
    }

    private void all(DutyRule rule) {
        Collection<String> abouts =
                switch (rule) {
                    case Remediate it -> history.ids(Kind.RISK);
                    case RiskNotice it -> history.ids(Kind.RISK);
                    case VersionNotice it -> history.ids(Kind.VERSION);
                    case Monitor it -> List.of(model);
                    case IncidentNotice it -> history.ids(Kind.INCIDENT);
                };
        abouts.forEach(id -> add(key(rule, id), Instant.MIN));
    }

    /** Adds one duty that must be judged from an instant on. */
    void add(DutyKey key, Instant from) {
        if (todo.isEmpty()) {
            todo = new TreeMap<>();
        }
        todo.merge(key, from, Todo::earlier);
    }

    /** All duties to judge, each from when on. */
    NavigableMap<DutyKey, Instant> duties() {
        return todo;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static DutyKey key(DutyRule rule, String about) {
        return new DutyKey(rule.citation().rule(), about);
    }
}
