package org.dutyledger.ledger.dossier;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Handles the commands of dossiers. */
final class DossierCommands {

    private static final long NONE = -1;

    private final Repository<Dossier> dossiers;

    DossierCommands(Repository<Dossier> dossiers) {
        this.dossiers = dossiers;
    }

    @CommandHandler
    Judged handle(RecordFacts command) throws Exception {
        Aggregate<Dossier> dossier =
                command.first()
                        ? dossiers.newInstance(() -> new Dossier(command.model()))
                        : dossiers.load(command.model().toString());
        dossier.execute(d -> d.record(command.recorded(), command.facts()));
        return judged(dossier);
    }

    @CommandHandler
    Judged handle(AdvanceClock command) {
        Aggregate<Dossier> dossier = dossiers.load(command.model().toString());
        return judged(dossier);
    }

    private static Judged judged(Aggregate<Dossier> dossier) {
        Long last = dossier.version();
        return new Judged(last == null ? NONE : last, dossier.invoke(Dossier::nextWake));
    }
}
