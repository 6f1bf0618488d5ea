package org.dutyledger.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.contract.codec.Reading;
import org.dutyledger.ledger.IncomingFact;
import org.dutyledger.ledger.Recorder;

/** Facts as a provider sends them, from which findings follow. */
final class Facts {

    private static final FactReader READER = new FactReader();

    private Facts() {}

    /** A model of the provider {@code acme} enters circulation. */
    static List<String> released(String model) {
        return List.of(
                fact(
                        model,
                        model + "-party",
                        "party.declared",
                        "\"party\":\"acme\",\"activities\":[\"design-program\"]"),
                fact(
                        model,
                        model + "-release",
                        "model.released",
                        "\"version\":\"1\",\"jurisdictions\":[\"CN\"],\"topics\":[\"general\"]"));
    }

    /** Duties arise, and are breached as their deadlines are long past. */
    static String confirmed(String model, int risk) {
        return fact(
                model,
                model + "-risk-" + risk,
                "risk.confirmed",
                "\"risk\":\"R-%d\",\"severity\":\"S2\"".formatted(risk));
    }

    /** The service stops: what was open of the risk is discharged. */
    static String remedied(String model, int risk) {
        return fact(
                model,
                model + "-remedy-" + risk,
                "remedy.applied",
                "\"remedy\":\"F-%1$d\",\"risks\":[\"R-%1$d\"],\"measure\":\"stop-service\""
                        .formatted(risk));
    }

    private static String fact(String model, String id, String type, String data) {
        return """
        {"specversion":"1.0","id":"%s","source":"/providers/acme/test","subject":"%s",\
        "type":"org.dutyledger.%s.v1","time":"2026-06-01T00:00:00Z","data":{%s}}\
        """
                .formatted(id, model, type, data);
    }

    static void record(Recorder recorder, List<String> facts) {
        List<IncomingFact> incoming = new ArrayList<>();
        for (String fact : facts) {
            switch (READER.read(fact.getBytes(UTF_8))) {
                case Reading.Read(var read, var bytes) ->
                        incoming.add(new IncomingFact(read, bytes));
                case Reading.Refused refused ->
                        throw new IllegalArgumentException(fact + ": " + refused.reasons());
            }
        }
        recorder.record(incoming, Recorder.Along.NOTHING);
    }
}
