package org.dutyledger.feed;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.dutyledger.ledger.store.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Tells every subscribed webhook, each at its own pace. One instance at a time does it. */
final class Webhooks implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final long LOCK = 0x6475_7479_686f_6f6bL; // "dutyhook"
    private static final Duration CHECK = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final FeedProperties properties;
    private final DataSource database;
    private final FindingsFeed feed;
    private final WebhookStates states;
    private final Clock clock;
    private final Worker worker = new Worker("webhooks", this::run);

    Webhooks(
            FeedProperties properties,
            DataSource database,
            FindingsFeed feed,
            WebhookStates states,
            Clock clock) {
        this.properties = properties;
        this.database = database;
        this.feed = feed;
        this.states = states;
        this.clock = clock;
    }

    private void run() {
        while (worker.isRunning()) {
            try (Turn turn = Turn.take(database, LOCK)) {
                if (turn != null) {
                    deliver(turn);
                }
            } catch (SQLException e) {
                LOG.warn("webhooks are not told, trying again: {}", e.toString());
            } catch (InterruptedException e) {
                return;
            }
            if (worker.isRunning()) {
                Worker.pause();
            }
        }
    }

    private void deliver(Turn turn) throws SQLException, InterruptedException {
        var stopped = new CountDownLatch(1);
        var post = new WebhookPost(clock, PATIENCE);
        List<Thread> threads = new ArrayList<>();
        for (Subscription each : properties.webhooks()) {
            var delivery =
                    new WebhookDelivery(
                            each, feed, states, post, clock, properties.webhookPause(), stopped);
            threads.add(Thread.ofVirtual().name("webhook-" + each.name()).start(delivery::run));
        }
        try {
            while (worker.isRunning() && turn.isHeld()) {
                TimeUnit.MILLISECONDS.sleep(CHECK.toMillis());
            }
        } finally {
            stopped.countDown();
            for (Thread each : threads) {
                each.join(PATIENCE);
            }
        }
    }

    @Override
    public boolean isAutoStartup() {
        return !properties.webhooks().isEmpty()
                && properties.roles().contains(FeedProperties.Role.WEBHOOKS);
    }

    @Override
    public void start() {
        worker.start();
    }

    @Override
    public void stop() {
        worker.stop();
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }
}
