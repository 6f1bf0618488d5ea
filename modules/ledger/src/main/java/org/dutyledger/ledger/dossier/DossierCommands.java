package org.dutyledger.ledger.dossier;

import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Handles the commands of dossiers. */
final class DossierCommands {

    private final Repository<Dossier> dossiers;
    private final DossierFactory factory;

    DossierCommands(Repository<Dossier> dossiers, DossierFactory factory) {
        this.dossiers = dossiers;
        this.factory = factory;
    }

    @CommandHandler
    Judged handle(RecordFacts command) throws Exception {
        Aggregate<Dossier> dossier =
                command.first()
                        ? dossiers.newInstance(() -> factory.begin(command.model()))
                        : dossiers.load(command.model().toString());
        dossier.execute(it -> it.record(command.recorded(), command.facts()));
        return judged(dossier);
    }

    @CommandHandler
    Judged handle(AdvanceClock command) {
        Aggregate<Dossier> dossier = dossiers.load(command.model().toString());
        dossier.execute(it -> it.advance(command.now()));
        return judged(dossier);
    }

    private static Judged judged(Aggregate<Dossier> dossier) {
        long last = Objects.requireNonNull(dossier.version());
        return dossier.invoke(it -> new Judged(last, it.nextWake(), it.keepsake(last)));
    }
}
