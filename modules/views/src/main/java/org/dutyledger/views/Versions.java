package org.dutyledger.views;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.contract.FactData.ModelWithdrawn;
import org.dutyledger.contract.ModelId;
import org.dutyledger.views.ModelEntry.Version;

/** The versions of a model, by first release. */
class Versions {

    private final Signals signals;

    Versions(Signals signals) {
        this.signals = signals;
    }

    List<Version> of(ModelId model) {
        Map<String, Version> versions = new LinkedHashMap<>();
        for (Signal signal :
                signals.of(
                        model,
                        Signal.About.VERSION,
                        List.of(ModelReleased.class, ModelWithdrawn.class))) {
            Version known =
                    versions.getOrDefault(
                            signal.subject(), new Version(signal.subject(), List.of(), null, null));
            versions.put(signal.subject(), after(known, signal));
        }
        return List.copyOf(versions.values());
    }

    /** The first release counts; a release after a withdrawal brings the version back. */
    private static Version after(Version known, Signal signal) {
        return signal.data() instanceof ModelReleased release
                ? known.released() == null
                        ? new Version(known.version(), release.jurisdictions(), signal.time(), null)
                        : new Version(
                                known.version(), known.jurisdictions(), known.released(), null)
                : new Version(
                        known.version(), known.jurisdictions(), known.released(), signal.time());
    }
}
