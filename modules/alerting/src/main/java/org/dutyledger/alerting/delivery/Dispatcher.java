package org.dutyledger.alerting.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dutyledger.alerting.route.Receiver;
import org.dutyledger.alerting.route.Receiver.Channel;
import org.dutyledger.alerting.route.Routes;
import org.dutyledger.ledger.store.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends what the outbox holds: woken by who put something in, and once a second for what others
 * left. Each receiver has a thread of its own, so that one that hangs holds up nobody else.
 */
public final class Dispatcher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Routes routes;
    private final Outbox outbox;
    private final HttpChannel http;
    private final MailChannel mail;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Map<Channel, Counter> sent = new EnumMap<>(Channel.class);
    private final Map<Channel, Counter> failed = new EnumMap<>(Channel.class);
    private final Rounds rounds = new Rounds("alert-dispatcher", this::look, () -> POLL);

    /**
     * @param patience how long a receiver may take
     */
    public Dispatcher(
            JdbcTemplate jdbc,
            TransactionOperations transaction,
            Clock clock,
            Routes routes,
            Composer composer,
            MeterRegistry registry,
            Duration patience) {
        this.routes = routes;
        // a mail has several steps, each of which may take that long
        this.outbox = new Outbox(jdbc, transaction, clock, composer, patience.multipliedBy(6));
        this.http = new HttpChannel(clock, patience);
        this.mail = new MailChannel(routes.smtp(), patience);
        for (Channel channel : Channel.values()) {
            sent.put(channel, attempts(registry, channel, "taken"));
            failed.put(channel, attempts(registry, channel, "failed"));
        }
    }

    private static Counter attempts(MeterRegistry registry, Channel channel, String outcome) {
        return Counter.builder("dutyledger.alert.attempts")
                .description("Attempts to tell a receiver of alerts")
                .tag("channel", channel.wireName())
                .tag("outcome", outcome)
                .register(registry);
    }

    /** There is something to send. */
    public void wake() {
        rounds.wake();
    }

    private void look() {
        for (String name : outbox.waiting()) {
            Receiver receiver = routes.receivers().get(name);
            if (receiver != null && busy.add(name)) {
                Thread.ofVirtual().name("alerts-to-" + name).start(() -> drain(name, receiver));
            }
        }
    }

    private void drain(String name, Receiver receiver) {
        boolean told = false;
        try {
            Outbox.Claimed claimed;
            while (rounds.isRunning() && (claimed = outbox.take(name)) != null) {
                told = true;
                send(claimed, receiver);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Alerts to {} could not be sent; they are tried again", name, e);
        } finally {
            busy.remove(name);
            // what came between the last look and now
            if (told) {
                rounds.wake();
            }
        }
    }

    private void send(Outbox.Claimed claimed, Receiver receiver) throws InterruptedException {
        Outcome outcome =
                receiver.channel() == Channel.MAIL
                        ? mail.send(claimed.message(), receiver)
                        : http.send(claimed.message(), receiver);
        boolean taken = outcome instanceof Outcome.Taken;
        Counter counter = (taken ? sent : failed).get(receiver.channel());
        if (counter != null) {
            counter.increment();
        }
        if (outbox.tried(claimed, outcome)) {
            LOG.error(
                    "Message {} to {} is given up: {}",
                    claimed.message().id(),
                    claimed.message().receiver(),
                    outcome);
        }
    }

    @Override
    public void start() {
        rounds.start();
    }

    @Override
    public void stop() {
        rounds.stop();
        http.close();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }
}
