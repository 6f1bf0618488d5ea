package org.dutyledger.ledger.dossier;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.modelling.command.Repository;
import org.dutyledger.ledger.JudgeProperties;
import org.dutyledger.ledger.LawsInForce;
import org.dutyledger.ledger.LedgerProperties;
import org.dutyledger.ledger.Recorder;
import org.dutyledger.ledger.ReplayCheck;
import org.dutyledger.ledger.seal.LedgerKey;
import org.dutyledger.ledger.seal.Sealing;
import org.dutyledger.ledger.store.Batch;
import org.dutyledger.ledger.store.Dossiers;
import org.dutyledger.ledger.store.EventHistory;
import org.dutyledger.ledger.store.FactIds;
import org.dutyledger.ledger.store.LawTable;
import org.dutyledger.ledger.store.RecordStore;
import org.dutyledger.ledger.store.RecordedFact;
import org.dutyledger.ledger.store.SnapshotTable;
import org.dutyledger.ledger.store.Snapshots;
import org.dutyledger.liability.law.LawInForce;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The dossier aggregate, its commands and who sends them. */
@Configuration(proxyBeanMethods = false)
class DossierConfiguration {

    @Bean
    Snapshots snapshots(SnapshotTable table, DossierFactory factory) {
        return new DossierSnapshots(table, factory);
    }

    @Bean
    DossierCache dossierCache(LedgerProperties properties) {
        return new DossierCache(properties.dossiersInMemory(), Batch::lastNumberOf);
    }

    @Bean
    LawsInForce lawsInForce(JudgeProperties properties, LawTable table, Clock clock) {
        List<LawInForce> laws = LawFiles.read(properties);
        return new LawsInForce(laws, table.since(LawsInForce.digests(laws), clock.instant()));
    }

    @Bean
    DossierFactory dossierFactory(
            LawsInForce law,
            SnapshotTable table,
            RecordedFact recorded,
            LedgerProperties properties) {
        return new DossierFactory(law, table, recorded, properties.snapshotEvery());
    }

    @Bean
    ReplayCheck replayCheck(EventHistory history, LawsInForce law) {
        return new FactReplay(history, law);
    }

    @Bean
    Repository<Dossier> dossierRepository(
            RecordStore store, DossierCache cache, DossierFactory factory) {
        return EventSourcingRepository.builder(Dossier.class)
                .eventStore(store)
                .aggregateFactory(factory)
                .cache(cache)
                .build();
    }

    /** Handles on the caller's thread, in the transaction that the caller opened. */
    @Bean
    CommandBus commandBus(Repository<Dossier> dossierRepository, DossierFactory factory) {
        var bus = SimpleCommandBus.builder().build();
        var commands = new DossierCommands(dossierRepository, factory);
        new AnnotationCommandHandlerAdapter<>(commands).subscribe(bus);
        return bus;
    }

    @Bean
    Transactions transactions(
            TransactionManager transactions,
            CommandBus commands,
            Dossiers dossiers,
            SnapshotTable snapshots,
            LawsInForce law) {
        return new Transactions(transactions, commands, dossiers, snapshots, law.fingerprint());
    }

    @Bean
    RecordingMeters recordingMeters(MeterRegistry registry, DossierCache cache) {
        return new RecordingMeters(registry, cache);
    }

    @Bean
    DeadlineClock deadlineClock(Clock clock, Transactions transactions, Dossiers dossiers) {
        return new DeadlineClock(clock, transactions, dossiers);
    }

    @Bean
    Recorder recorder(
            Clock clock,
            LawsInForce law,
            LedgerKey key,
            Sealing sealing,
            Transactions transactions,
            FactIds factIds,
            DeadlineClock deadlines,
            RecordingMeters meters) {
        return new DossierRecorder(
                clock,
                law,
                sealing,
                transactions,
                new Duplicates(factIds, key, sealing),
                deadlines,
                meters);
    }
}
