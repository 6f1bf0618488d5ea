package org.dutyledger.app.command;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dutyledger.app.service.DemoHistory;
import tools.jackson.databind.JsonNode;

/** Waits until the views show a whole history and what was concluded from it. */
final class DemoArrival {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration BETWEEN = Duration.ofMillis(300);
    private static final int QUIET_LOOKS = 3;

    private final Service service;
    private final DemoHistory history;

    DemoArrival(Service service, DemoHistory history) {
        this.service = service;
        this.history = history;
    }

    /**
     * The models, once every fact is there and no conclusion has come for a while.
     *
     * @throws CommandFailure if that does not happen in time
     */
    JsonNode await() throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        long sequence = -1;
        int quiet = 0;
        while (System.nanoTime() < end) {
            JsonNode models = service.all("/models", Map.of(), "items");
            long now = models.path("sequence").asLong();
            quiet = now == sequence ? quiet + 1 : 0;
            sequence = now;
            if (quiet >= QUIET_LOOKS && complete(models)) {
                return models;
            }
            TimeUnit.NANOSECONDS.sleep(BETWEEN.toNanos());
        }
        throw CommandFailure.outOfReach(
                "the history has not arrived after %d seconds; the log is in the data directory"
                        .formatted(LONGEST.toSeconds()));
    }

    private boolean complete(JsonNode models) {
        return history.facts().entrySet().stream()
                .allMatch(model ->
                        models.get("items")
                                .valueStream()
                                .anyMatch(each ->
                                        Answer.text(each, "/model")
                                                        .equals(model.getKey().toString())
                                                && each.path("facts").asLong()
                                                        >= model.getValue()));
    }
}
