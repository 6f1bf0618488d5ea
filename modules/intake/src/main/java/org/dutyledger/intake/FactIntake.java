package org.dutyledger.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dutyledger.contract.codec.Reading;

/** The door for senders who wait for their answer. */
public class FactIntake {

    private final HttpFacts facts;
    private final BatchRecorder recorder;

    FactIntake(HttpFacts facts, BatchRecorder recorder) {
        this.facts = facts;
        this.recorder = recorder;
    }

    /**
     * Records what a request carries: one CloudEvent in structured or binary mode, a JSON batch, or
     * JSON lines. Each thousand facts are durable together; when this returns, all are.
     *
     * @param contentType as in the request, parameters included
     * @param headers names in lower case; binary mode reads {@code ce-*}
     * @param body at most 16 MiB
     * @return one verdict per fact, in order
     * @throws UnreadableBodyException if the body as a whole is not what its content type says
     */
    public List<FactVerdict> accept(String contentType, Map<String, String> headers, byte[] body) {
        List<Reading> readings = facts.read(contentType, headers, body);
        var verdicts = new ArrayList<FactVerdict>(readings.size());
        for (int from = 0; from < readings.size(); from += FactLimits.CHUNK) {
            int to = Math.min(from + FactLimits.CHUNK, readings.size());
            List<Arrival> chunk =
                    readings.subList(from, to).stream()
                            .map(reading -> new Arrival(new Origin.Http(), reading))
                            .toList();
            verdicts.addAll(recorder.record(chunk, Progress.NONE));
        }
        return verdicts;
    }
}
