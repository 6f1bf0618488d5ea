package org.dutyledger.bench.peers;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.Finding;
import org.dutyledger.contract.ModelId;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.contract.codec.Reading;
import org.dutyledger.liability.DossierState;
import org.dutyledger.liability.law.LawInForce;
import org.jspecify.annotations.Nullable;

/**
 * The same dossier the way the framework's manual writes it: a command, an event, a handler each.
 */
public class StockDossier {

    private static final FactReader READER = new FactReader();

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String model;

    private @Nullable DossierState state;

    /** For the framework. */
    protected StockDossier() {}

    /** Record one fact. */
    record RecordFact(@TargetAggregateIdentifier String model, byte[] json) {}

    /** A fact was recorded. */
    public record FactRecorded(
            String model, Instant recorded, String json, @JsonIgnore @Nullable Fact fact) {}

    /** Something was concluded. */
    public record FindingRecorded(String model, Finding finding) {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordFact command, LawInForce law) {
        Instant now = Instant.now();
        if (state == null) {
            state = new DossierState(ModelId.parse(command.model()), List.of(law));
        }
        state.judge(now).forEach(finding -> apply(new FindingRecorded(command.model(), finding)));
        String json = new String(command.json(), StandardCharsets.UTF_8);
        apply(new FactRecorded(command.model(), now, json, read(command.json(), now)));
        state.judge(now).forEach(finding -> apply(new FindingRecorded(command.model(), finding)));
    }

    @EventSourcingHandler
    void on(FactRecorded event) {
        model = event.model();
        Fact fact = event.fact();
        state().file(
                        fact == null
                                ? read(
                                        event.json().getBytes(StandardCharsets.UTF_8),
                                        event.recorded())
                                : fact);
    }

    @EventSourcingHandler
    void on(FindingRecorded event) {
        model = event.model();
        state().accept(event.finding());
    }

    private DossierState state() {
        if (state == null) {
            throw new IllegalStateException(
                    "replayed without a cache, which is not what is measured");
        }
        return state;
    }

    private static Fact read(byte[] json, Instant recorded) {
        return switch (READER.read(json)) {
            case Reading.Read it ->
                    new Fact(
                            it.fact().key(),
                            it.fact().model(),
                            it.fact().time(),
                            recorded,
                            it.fact().data());
            case Reading.Refused it -> throw new IllegalStateException(it.toString());
        };
    }
}
