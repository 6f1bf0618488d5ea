package org.dutyledger.views;

import java.time.Instant;
import java.util.List;
import org.dutyledger.contract.FactData.RiskConfirmed;
import org.dutyledger.contract.FactData.RiskDismissed;
import org.dutyledger.contract.FactData.RiskRescored;
import org.dutyledger.contract.FactData.Severity;
import org.dutyledger.views.RiskKnowledge.Reports;
import org.jspecify.annotations.Nullable;

/** The present episode of a risk, read from its signals in fact order. */
final class RiskEpisode {

    private @Nullable Instant confirmed;
    private @Nullable Instant dismissed;
    private @Nullable Severity severity;
    private @Nullable String title;
    private @Nullable String hazard;

    /** {@code reports}: those since the last dismissal; one of them opens a new episode. */
    static RiskEntry entry(
            String risk, List<Signal> signals, Reports reports, RiskKnowledge.Duties duties) {
        RiskEpisode episode = new RiskEpisode();
        signals.forEach(episode::add);
        if (reports.count() > 0) {
            episode.beginIfDismissed();
        }
        return episode.entry(risk, reports, duties);
    }

    private void add(Signal signal) {
        if (signal.data() instanceof RiskDismissed) {
            dismissed = signal.time();
            return;
        }
        beginIfDismissed();
        if (signal.data() instanceof RiskConfirmed fact) {
            confirmed = confirmed == null ? signal.time() : confirmed;
            severity = fact.severity();
            title = fact.title() == null ? title : fact.title();
            hazard = fact.hazard() == null ? hazard : fact.hazard();
        } else if (signal.data() instanceof RiskRescored fact && confirmed != null) {
            severity = fact.severity();
        }
    }

    /** What comes after a dismissal opens a new episode; only what the risk is called stays. */
    private void beginIfDismissed() {
        if (dismissed != null) {
            dismissed = null;
            confirmed = null;
            severity = null;
        }
    }

    private RiskEntry entry(String risk, Reports reports, RiskKnowledge.Duties duties) {
        Severity shown = severity;
        if (shown == null && duties.discovered() != null) {
            shown = Severity.S1;
        }
        return new RiskEntry(
                risk,
                state(duties),
                title,
                hazard,
                shown,
                reports.count(),
                reports.first(),
                duties.discovered(),
                confirmed,
                dismissed,
                dismissed == null ? duties.remedied() : null);
    }

    private RiskEntry.State state(RiskKnowledge.Duties duties) {
        if (dismissed != null) {
            return RiskEntry.State.DISMISSED;
        }
        if (duties.remedied() != null) {
            return RiskEntry.State.REMEDIED;
        }
        if (confirmed != null) {
            return RiskEntry.State.CONFIRMED;
        }
        return duties.discovered() == null ? RiskEntry.State.REPORTED : RiskEntry.State.DISCOVERED;
    }
}
