package org.dutyledger.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.contract.codec.Reading;
import org.dutyledger.contract.codec.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider's way to the ledger: counts answers, emits facts, keeps both in a local outbox and
 * sends them to Kafka in the background. What was taken is sent once Kafka is there, also after a
 * crash, under the same id. No call waits for Kafka; a full outbox refuses. Safe for several
 * threads.
 */
public final class DutyledgerClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DutyledgerClient.class);

    private final ClientSettings settings;
    private final Outbox outbox;
    private final EventJson events;
    private final Buckets buckets;
    private final Sender sender;
    private final FactReader reader = new FactReader();
    private final ScheduledExecutorService mover =
            Executors.newSingleThreadScheduledExecutor(DutyledgerClient::daemon);

    private final AtomicLong counted = new AtomicLong();
    private final AtomicLong answersRefused = new AtomicLong();
    private final AtomicLong factsRefused = new AtomicLong();

    private DutyledgerClient(ClientSettings settings) throws IOException {
        this.settings = settings;
        this.outbox = new Outbox(settings.outbox(), settings.outboxBytes());
        this.events = new EventJson(settings.provider(), outbox.instance());
        this.buckets = new Buckets(outbox, events, settings);
        this.sender = new Sender(outbox, settings);
    }

    /**
     * Opens a client on its outbox, with what an earlier one left there.
     *
     * @throws IllegalStateException if another client has the outbox
     * @throws UncheckedIOException if the outbox cannot be used
     */
    public static DutyledgerClient open(ClientSettings settings) {
        try {
            DutyledgerClient client = new DutyledgerClient(settings);
            client.start();
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException("the outbox cannot be used: " + settings.outbox(), e);
        }
    }

    private void start() {
        sender.start();
        long every = Math.max(1, settings.bucket().toMillis() / 2);
        var unused = mover.scheduleWithFixedDelay(this::move, 0, every, TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "dutyledger-buckets");
        thread.setDaemon(true);
        return thread;
    }

    private void move() {
        try {
            buckets.move(false);
            outbox.force();
        } catch (IOException | RuntimeException e) {
            LOG.warn("counts stay in their bucket, trying again: {}", e.toString());
        }
    }

    /**
     * Counts one answer.
     *
     * @param warned whether it carried the warning
     * @return false: refused, and counted as such, because the outbox is full
     */
    public boolean answered(Series series, boolean warned) {
        return answered(series, 1, warned ? 1 : 0);
    }

    /**
     * Counts answers.
     *
     * @param outputs how many
     * @param warned how many of them carried the warning
     * @return false: refused, and counted as such, because the outbox is full
     * @throws IllegalArgumentException if not {@code 0 <= warned <= outputs}
     */
    public boolean answered(Series series, long outputs, long warned) {
        if (warned < 0 || warned > outputs) {
            throw new IllegalArgumentException(
                    "of %d answers %d were warned".formatted(outputs, warned));
        }
        if (outbox.full()) {
            answersRefused.addAndGet(outputs);
            return false;
        }
        try {
            buckets.add(series, outputs, warned);
        } catch (IOException e) {
            throw new UncheckedIOException("answers cannot be counted", e);
        }
        counted.addAndGet(outputs);
        return true;
    }

    /**
     * Emits a fact.
     *
     * @param name its type without prefix and version, such as {@code risk.reported}
     * @param model the model it is about, a slug
     * @param time when it happened
     * @param data its data, as the contract names it
     * @return kept, or refused with every reason
     */
    public Emission emit(String name, String model, Instant time, Map<String, ?> data) {
        Message.Numbered fact = number -> events.fact(number, name, model, time, data);
        if (reader.read(fact.as(1).value()) instanceof Reading.Refused refused) {
            factsRefused.incrementAndGet();
            return new Emission.Refused(refused.reasons());
        }
        try {
            boolean force = settings.sync() == ClientSettings.Sync.ALWAYS;
            long number = outbox.append(List.of(fact), 0, force);
            return number == 0 ? full() : new Emission.Kept(events.source(), EventJson.id(number));
        } catch (IOException e) {
            throw new UncheckedIOException("the outbox cannot be written", e);
        }
    }

    private Emission full() {
        factsRefused.incrementAndGet();
        Reason reason =
                new Reason(
                        "",
                        Emission.Refused.OUTBOX_FULL,
                        outbox.bytes() + " bytes",
                        "room in an outbox of " + settings.outboxBytes() + " bytes");
        return new Emission.Refused(List.of(reason));
    }

    /** How it is. */
    public ClientState state() {
        return new ClientState(
                counted.get(),
                answersRefused.get(),
                factsRefused.get(),
                outbox.kept(),
                outbox.bytes(),
                sender.sent(),
                outbox.full(),
                sender.failure());
    }

    /**
     * Stops. What Kafka has not taken by then stays in the outbox for the next client.
     *
     * @throws UncheckedIOException if the outbox cannot be closed in order; nothing is lost by it
     */
    @Override
    public void close() {
        // no interruption: it would close the outbox's files
        mover.shutdown();
        try {
            boolean ended = mover.awaitTermination(10, TimeUnit.SECONDS);
            LOG.debug("buckets are at rest: {}", ended);
            buckets.move(true);
            drain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("counts stay in their bucket", e);
        } finally {
            sender.stop();
            closeOutbox();
        }
    }

    /** Gives Kafka a short time; not when it is known to be away. */
    private void drain() throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (outbox.kept() > 0 && sender.failure() == null && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void closeOutbox() {
        try {
            outbox.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the outbox is not closed in order", e);
        }
    }
}
