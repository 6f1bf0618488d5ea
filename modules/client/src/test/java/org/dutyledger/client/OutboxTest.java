package org.dutyledger.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {

    private static final long MOST = 8 << 20;

    @TempDir Path directory;

    @Test
    void numbersGoOnAfterARestartAndOnlyWhatIsNotConfirmedComesAgain() throws Exception {
        String instance;
        try (Outbox outbox = open()) {
            instance = outbox.instance();
            assertThat(append(outbox, 3, 100)).isEqualTo(1);
            assertThat(append(outbox, 2, 100)).isEqualTo(4);
            outbox.confirm(2);
        }
        try (Outbox outbox = open()) {
            assertThat(outbox.instance()).isEqualTo(instance);
            assertThat(append(outbox, 1, 100)).isEqualTo(6);
            assertThat(numbers(outbox)).containsExactly(3L, 4L, 5L, 6L);
        }
    }

    @Test
    void aFrameTornByACrashIsCutOffAndTheNextTakesItsNumbers() throws Exception {
        try (Outbox outbox = open()) {
            append(outbox, 3, 100);
            append(outbox, 3, 100);
        }
        Path file = directory.resolve("0000000000000001.outbox");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
        try (Outbox outbox = open()) {
            assertThat(append(outbox, 1, 100)).isEqualTo(4);
            assertThat(numbers(outbox)).containsExactly(1L, 2L, 3L, 4L);
        }
    }

    @Test
    void damageIsNeitherSentNorKeepsWhatIsBeforeIt() throws Exception {
        try (Outbox outbox = open()) {
            append(outbox, 1, 100);
            append(outbox, 1, 100);
        }
        Path file = directory.resolve("0000000000000001.outbox");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
        try (Outbox outbox = open()) {
            assertThat(numbers(outbox)).containsExactly(1L);
        }
    }

    @Test
    void aFullOutboxRefusesAndTakesAgainWhenKafkaHasConfirmed() throws Exception {
        try (Outbox outbox = open()) {
            long last = 0;
            long number = append(outbox, 1, 200_000);
            while (number > 0) {
                last = number;
                number = append(outbox, 1, 200_000);
            }
            assertThat(outbox.full()).isTrue();
            assertThat(outbox.bytes()).isBetween(MOST - 300_000, MOST);
            assertThat(numbers(outbox)).hasSize((int) last);
            outbox.confirm(last / 2);
            assertThat(outbox.full()).isFalse();
            assertThat(append(outbox, 1, 200_000)).isEqualTo(last + 1);
            outbox.confirm(last + 1);
            assertThat(outbox.bytes()).isLessThan(MOST / 4);
        }
    }

    @Test
    void itsNumbersGoOnWhenEverythingWasConfirmedAndDeleted() throws Exception {
        try (Outbox outbox = open()) {
            for (int i = 0; i < 30; i++) {
                append(outbox, 1, 200_000);
                outbox.confirm(i + 1);
            }
            assertThat(outbox.kept()).isZero();
        }
        try (Outbox outbox = open()) {
            assertThat(outbox.kept()).isZero();
            assertThat(append(outbox, 1, 10)).isEqualTo(31);
            assertThat(numbers(outbox)).containsExactly(31L);
        }
    }

    @Test
    void twoClientsDoNotShareAnOutbox() throws Exception {
        try (Outbox outbox = open()) {
            assertThat(outbox.kept()).isZero();
            assertThatThrownBy(this::open)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("another client has the outbox");
        }
    }

    private Outbox open() throws IOException {
        return new Outbox(directory, MOST);
    }

    private static long append(Outbox outbox, int messages, int size) throws IOException {
        List<Message.Numbered> all = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            all.add(number -> new Message(number, false, new byte[] {1}, new byte[size]));
        }
        return outbox.append(all, 0, false);
    }

    private static List<Long> numbers(Outbox outbox) throws Exception {
        List<Long> numbers = new ArrayList<>();
        outbox.again();
        List<Message> next = outbox.take(1);
        while (next != null) {
            next.forEach(it -> numbers.add(it.sequence()));
            next = outbox.take(1);
        }
        return numbers;
    }
}
