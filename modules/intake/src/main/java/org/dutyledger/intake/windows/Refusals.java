package org.dutyledger.intake.windows;

import java.time.Instant;
import java.util.List;
import org.dutyledger.contract.codec.Reading;
import org.dutyledger.contract.codec.Reason;
import org.dutyledger.intake.FactVerdict;
import org.dutyledger.intake.Origin;
import org.dutyledger.intake.RejectedFact;
import org.dutyledger.intake.RejectedMessage;

/**
 * What is told of a record that was not counted: the event of a rejected fact, under the id {@code
 * topic-partition-offset}, so that it is told under one id however often.
 */
final class Refusals {

    private final RejectedMessage message;

    Refusals(RejectedMessage message) {
        this.message = message;
    }

    byte[] event(Origin.Kafka origin, Instant arrived, Reading reading, List<Reason> reasons) {
        byte[] bytes = reading.bytes();
        var fact =
                switch (reading) {
                    case Reading.Read(var read, var _) ->
                            new RejectedFact(
                                    origin.offset(),
                                    FactVerdict.Outcome.REJECTED,
                                    RejectedFact.State.OPEN,
                                    reasons,
                                    read.key().source(),
                                    read.key().id(),
                                    "org.dutyledger.warning.shown.v1",
                                    read.model().toString(),
                                    origin,
                                    arrived,
                                    bytes.length,
                                    null);
                    case Reading.Refused refused ->
                            new RejectedFact(
                                    origin.offset(),
                                    FactVerdict.Outcome.REJECTED,
                                    RejectedFact.State.OPEN,
                                    reasons,
                                    refused.source(),
                                    refused.id(),
                                    refused.type(),
                                    null,
                                    origin,
                                    arrived,
                                    bytes.length,
                                    null);
                };
        String id = origin.topic() + "-" + origin.partition() + "-" + origin.offset();
        return message.event(id, fact, bytes);
    }
}
