package org.dutyledger.feed;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.dutyledger.ledger.store.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes every finding once, in the order of the record: a stretch of the record is one Kafka
 * transaction. What was published is found again at the topic's end, so that a reader of committed
 * messages sees neither a gap nor a repeat wherever the process ends.
 *
 * <p>One instance publishes at a time. Should a former one wake up after it lost its turn, Kafka
 * refuses it: both have the same transactional id.
 */
final class FindingsPublisher implements SmartLifecycle {

    static final String FOLLOWER = "kafka";

    private static final Logger LOG = LoggerFactory.getLogger(FindingsPublisher.class);
    private static final long LOCK = 0x6475_7479_6665_6564L; // "dutyfeed"
    private static final int LIMIT = 5_000;

    /** A pause after many findings, so that the next transaction holds many; one alone has none. */
    private static final Duration FOR_EACH_FINDING = Duration.ofNanos(50_000);

    private static final Duration CHECK = Duration.ofSeconds(1);

    private final FeedProperties properties;
    private final Map<String, Object> producing;
    private final TopicEnd end;
    private final DataSource database;
    private final FindingsFeed feed;
    private final FeedPositions positions;
    private final FeedHealth health;
    private final Worker worker = new Worker("findings-publisher", this::run);
    private volatile long position;

    /**
     * @param kafka addresses and credentials, as Kafka's clients name them
     */
    FindingsPublisher(
            FeedProperties properties,
            Map<String, Object> kafka,
            TopicEnd end,
            DataSource database,
            FindingsFeed feed,
            FeedPositions positions,
            FeedHealth health) {
        this.properties = properties;
        this.producing = producing(kafka, properties.topic());
        this.end = end;
        this.database = database;
        this.feed = feed;
        this.positions = positions;
        this.health = health;
    }

    private static Map<String, Object> producing(Map<String, Object> kafka, String topic) {
        var settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "dutyledger-feed-" + topic);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // A commit sends what lingers: until then requests fill
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 1_000L);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        // The first batch of a transaction may be put off; those behind it would only be refused
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 30_000L);
        return settings;
    }

    /** Everything up to here was published, as far as this instance knows. */
    long position() {
        return position;
    }

    private void run() {
        while (worker.isRunning()) {
            try (Turn turn = Turn.take(database, LOCK)) {
                if (turn != null) {
                    publish(turn);
                }
                health.well(FOLLOWER);
            } catch (SQLException | RuntimeException e) {
                // Whatever it was: how far it came is asked of the topic again. At a first start
                // the topic may just not be made yet
                boolean again = health.failed(FOLLOWER, e);
                LOG.atLevel(again ? Level.WARN : Level.INFO)
                        .log("findings are not published, trying again: {}", e.toString());
            } catch (InterruptedException e) {
                return;
            }
            if (worker.isRunning()) {
                Worker.pause();
            }
        }
    }

    private void publish(Turn turn) throws SQLException, InterruptedException {
        try (var producer = new KafkaProducer<byte[], byte[]>(producing)) {
            // Ends what a former instance began and refuses it from here on: only then the
            // topic's end stands still
            producer.initTransactions();
            position = begin();
            health.well(FOLLOWER);
            long stored = position;
            long checked = System.nanoTime();
            while (worker.isRunning()) {
                FeedPage page = feed.read(position, LIMIT, FeedFilter.ALL);
                send(producer, page);
                position = page.reached();
                if (System.nanoTime() - checked > CHECK.toNanos()) {
                    stored = store(stored);
                    checked = System.nanoTime();
                    if (!turn.isHeld()) {
                        return;
                    }
                }
                if (page.atEnd()) {
                    feed.await(position, CHECK);
                    Thread.sleep(FOR_EACH_FINDING.multipliedBy(page.entries().size()));
                }
            }
            store(stored);
        }
    }

    private long store(long stored) {
        if (position > stored) {
            positions.store(FOLLOWER, position);
        }
        return position;
    }

    /**
     * Where to go on.
     *
     * @throws IllegalStateException if the topic holds what the record does not
     */
    private long begin() {
        long published = end.sequence();
        long last = feed.last();
        if (published > last) {
            throw new IllegalStateException(
                    "the topic %s holds findings up to %d, the record ends at %d: one of them is not the other's"
                            .formatted(properties.topic(), published, last));
        }
        return Math.min(last, Math.max(published, positions.of(FOLLOWER)));
    }

    private void send(Producer<byte[], byte[]> producer, FeedPage page) {
        if (page.entries().isEmpty()) {
            return;
        }
        producer.beginTransaction();
        for (FeedEntry entry : page.entries()) {
            var _ = producer.send(FindingMessage.of(properties.topic(), entry));
        }
        // Throws if any of them was not taken
        producer.commitTransaction();
    }

    @Override
    public boolean isAutoStartup() {
        return properties.roles().contains(FeedProperties.Role.KAFKA);
    }

    @Override
    public void start() {
        worker.start();
    }

    /** Not by interrupt, which would break a transaction: it looks once a second. */
    @Override
    public void stop() {
        worker.stop();
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }
}
