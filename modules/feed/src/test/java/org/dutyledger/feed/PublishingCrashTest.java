package org.dutyledger.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.dutyledger.embedded.TestDatabase;
import org.dutyledger.embedded.TestKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances publish in turn and are killed at random moments while facts are recorded;
 * afterwards a reader of committed messages has every finding once, in the order of the record.
 *
 * <p>{@code -Ddutyledger.test.findings} and {@code -Ddutyledger.test.kills} scale it.
 */
class PublishingCrashTest {

    private static final int FINDINGS = Integer.getInteger("dutyledger.test.findings", 10_000);
    private static final int KILLS = Integer.getInteger("dutyledger.test.kills", 3);
    private static final int MODELS = 20;
    private static final int PARTITIONS = 4;
    private static final int BATCH = 100;

    private final List<Process> children = new ArrayList<>();
    private final TestDatabase database = TestDatabase.fresh();
    private final String topic = TestKafka.topic(PublishingCrashTest.class, "findings", PARTITIONS);

    @TempDir Path directory;

    @AfterEach
    void stop() {
        children.forEach(Process::destroyForcibly);
    }

    @Test
    void everyFindingIsPublishedOnceAndInOrderHoweverOftenThePublishersAreKilled()
            throws Exception {
        long seed = Long.getLong("dutyledger.test.seed", System.nanoTime());
        var random = new Random(seed);
        try (TestFeed recording = TestFeed.start(settings("dutyledger.feed.roles="));
                var reader = new TopicReader(topic)) {
            int risks = 0;
            for (int model = 0; model < MODELS; model++) {
                recording.record(Facts.released("m" + model));
            }
            Process one = startPublisher();
            Process other = startPublisher();
            FindingsFeed feed = recording.bean(FindingsFeed.class);
            for (int kill = 0; kill < KILLS; kill++) {
                long goal = FINDINGS * (kill + 1L) / (KILLS + 1);
                while (feed.last() < goal) {
                    recording.record(risks(risks, BATCH));
                    risks += BATCH;
                }
                long moment = goal / 2 + random.nextInt(FINDINGS / 4 / (KILLS + 1));
                await(moment + " findings", () -> reader.readOn() >= moment);
                boolean first = random.nextBoolean();
                (first ? one : other).destroyForcibly().waitFor();
                if (first) {
                    one = startPublisher();
                } else {
                    other = startPublisher();
                }
            }
            while (feed.last() < FINDINGS) {
                recording.record(risks(risks, BATCH));
                risks += BATCH;
            }
            List<FeedEntry> findings = recording.findings();
            await("all findings", () -> reader.readOn() >= findings.size());
            long seen = reader.readOn();

            assertThat(reader.disorder()).as("seed %d", seed).isEmpty();
            assertThat(seen).as("seed %d", seed).isEqualTo(findings.size());
            for (FeedEntry each : findings) {
                assertThat(reader.event(each.sequence()))
                        .as("seed %d, sequence %d", seed, each.sequence())
                        .isEqualTo(new String(each.event(), UTF_8));
            }
        }
    }

    private static List<String> risks(int from, int number) {
        List<String> facts = new ArrayList<>();
        for (int risk = from; risk < from + number; risk++) {
            facts.add(Facts.confirmed("m" + risk % MODELS, risk));
        }
        return facts;
    }

    private List<String> settings(String... more) {
        var settings =
                new ArrayList<>(TestFeed.servers(database, directory.resolve("ledger.key"), topic));
        settings.addAll(List.of(more));
        return settings;
    }

    private Process startPublisher() throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx384m",
                                "-XX:TieredStopAtLevel=1",
                                "-Duser.timezone=UTC",
                                "-Daxoniq.update-checker.disabled=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledFeed.class.getName()));
        command.addAll(settings());
        Process child =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log(children.size()))
                        .start();
        children.add(child);
        return child;
    }

    private File log(int child) {
        return directory.resolve("publisher%d.log".formatted(child)).toFile();
    }

    private void await(String what, BooleanSupplier condition) throws IOException {
        long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!condition.getAsBoolean()) {
            if (children.stream().noneMatch(Process::isAlive) || System.nanoTime() > deadline) {
                var said = new StringBuilder();
                for (int child = 0; child < children.size(); child++) {
                    said.append(Files.readString(log(child).toPath())).append('\n');
                }
                throw new AssertionError("no %s: %s".formatted(what, said));
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
