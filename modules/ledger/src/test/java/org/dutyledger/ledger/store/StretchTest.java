package org.dutyledger.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.dutyledger.contract.Finding.DutyChanged;
import org.dutyledger.contract.Finding.ExposureChanged;
import org.dutyledger.contract.ModelId;
import org.dutyledger.embedded.TestDatabase;
import org.dutyledger.ledger.Concern;
import org.dutyledger.ledger.Facts;
import org.dutyledger.ledger.RecordEntry;
import org.dutyledger.ledger.RecordEvent;
import org.dutyledger.ledger.RecordEvent.FactRecorded;
import org.dutyledger.ledger.RecordEvent.FindingRecorded;
import org.dutyledger.ledger.Recorder;
import org.dutyledger.ledger.SequencedRecord;
import org.dutyledger.ledger.Stretch;
import org.dutyledger.ledger.TestLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The record in pieces is the record event by event. */
class StretchTest {

    @TempDir private Path folder;
    private TestDatabase database;
    private TestLedger ledger;

    @BeforeEach
    void start() {
        database = TestDatabase.fresh();
        ledger = TestLedger.on(database, folder.resolve("ledger.key"));
        for (int from = 0; from < 60; from += 12) {
            List<String> facts =
                    IntStream.range(from, from + 12).boxed().flatMap(StretchTest::facts).toList();
            ledger.record(facts, Recorder.Along.NOTHING);
        }
    }

    private static Stream<String> facts(int i) {
        String model = "m" + i % 5;
        return Stream.of(
                Facts.fact(
                        model,
                        "p" + i,
                        "party.declared",
                        "\"party\":\"acme\",\"activities\":[\"design-program\"]"),
                Facts.fact(
                        model,
                        "v" + i,
                        "model.released",
                        "\"version\":\"1\",\"jurisdictions\":[\"CN\"]"),
                Facts.fact(
                        model,
                        "c" + i,
                        "risk.confirmed",
                        "\"risk\":\"R-%d\",\"severity\":\"S2\"".formatted(i)));
    }

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void every_cut_of_what_was_just_appended_reads_the_same() throws Exception {
        assertEveryCut();
    }

    @Test
    void every_cut_of_the_table_reads_the_same() throws Exception {
        ledger.close();
        ledger = TestLedger.on(database, folder.resolve("ledger.key"));
        assertEveryCut();
    }

    @Test
    void a_cut_that_is_half_at_hand_reads_the_same() throws Exception {
        ledger.close();
        ledger = TestLedger.on(database, folder.resolve("ledger.key"));
        ledger.record(List.of(Facts.reported("m0", "later", "R-0")), Recorder.Along.NOTHING);
        assertEveryCut();
    }

    private void assertEveryCut() throws Exception {
        List<DomainEventMessage<?>> messages = messages();
        int all = messages.size();
        assertThat(messages).anyMatch(m -> m.getPayload() instanceof FindingRecorded);

        for (int length : new int[] {1, 7, 50, all}) {
            List<RecordEntry> entries = new ArrayList<>();
            for (int first = 1; first <= all; first += length) {
                entries.addAll(read(first, Math.min(all, first + length - 1)));
            }
            assertThat(entries).hasSize(all);
            for (int i = 0; i < all; i++) {
                assertSame(entries.get(i), i + 1, messages.get(i));
            }
        }
    }

    private static void assertSame(
            RecordEntry entry, long sequence, DomainEventMessage<?> message) {
        assertThat(entry.sequence()).isEqualTo(sequence);
        assertThat(entry.number()).isEqualTo(message.getSequenceNumber());
        assertThat(entry.recorded()).isEqualTo(message.getTimestamp());
        RecordEvent event = (RecordEvent) message.getPayload();
        assertThat(entry.model()).isEqualTo(event.model());
        switch (event) {
            case FactRecorded(var _, var fact, var _) -> {
                assertThat(((FactRecorded) entry.event()).fact()).isEqualTo(fact);
                assertThat(entry.key()).isEqualTo(fact.key());
                assertThat(entry.type()).isEqualTo(EventTypes.of(fact.data()));
                assertThat(entry.time()).isEqualTo(fact.time());
                assertThat(entry.concern()).isNull();
            }
            case FindingRecorded(var _, var finding) -> {
                assertThat(entry.event()).isEqualTo(event);
                assertThat(entry.key()).isNull();
                assertThat(entry.time()).isEqualTo(finding.time());
                String rulebook = finding.law().rulebook();
                assertThat(entry.concern())
                        .isEqualTo(
                                switch (finding) {
                                    case DutyChanged changed ->
                                            new Concern(
                                                    rulebook,
                                                    changed.duty().rule(),
                                                    changed.duty().about());
                                    case ExposureChanged _ -> new Concern(rulebook, null, null);
                                });
            }
        }
    }

    @Test
    void the_source_tells_of_everything_once_and_wakes() throws Exception {
        long all = messages().size();
        StretchSource source = ledger.bean(StretchSource.class);
        try (var stream = source.openStream(new GlobalSequenceTrackingToken(3))) {
            long next = 4;
            while (next <= all) {
                assertThat(stream.hasNextAvailable(5, TimeUnit.SECONDS)).isTrue();
                var message = stream.nextAvailable();
                Stretch stretch = (Stretch) message.getPayload();
                assertThat(stretch.first()).isEqualTo(next);
                assertThat(message.trackingToken().position()).hasValue(stretch.last());
                next = stretch.last() + 1;
            }
            assertThat(next).isEqualTo(all + 1);
            assertThat(stream.hasNextAvailable(0, TimeUnit.SECONDS)).isFalse();
            ledger.record(Facts.reported("m", "later", "R-1"));
            assertThat(stream.hasNextAvailable(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_dossier_page_by_page() throws Exception {
        messages();
        ModelId model = new ModelId("acme", "m2");
        SequencedRecord record = ledger.bean(SequencedRecord.class);
        List<RecordEntry> whole = record.page(model, -1, 10_000);
        assertThat(whole).extracting(RecordEntry::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(whole)
                .extracting(RecordEntry::number)
                .containsExactlyElementsOf(LongStream.range(0, whole.size()).boxed().toList());
        assertThat(record.page(model, 3, 4))
                .extracting(RecordEntry::number)
                .containsExactly(4L, 5L, 6L, 7L);
        assertThat(record.page(new ModelId("acme", "none"), -1, 4)).isEmpty();

        ledger.sql()
                .sql(
                        "UPDATE ledger.append SET first_sequence = NULL WHERE append = (SELECT max(append) FROM ledger.append)")
                .update();
        assertThat(record.page(model, -1, 10_000)).hasSizeLessThan(whole.size());
    }

    private List<RecordEntry> read(long first, long last) {
        List<RecordEntry> entries = new ArrayList<>();
        ledger.bean(SequencedRecord.class).read(new Stretch(first, last), entries::add);
        return entries;
    }

    /** Event by event, as soon as all have their sequence. */
    private List<DomainEventMessage<?>> messages() throws InterruptedException {
        Sequencer sequencer = ledger.bean(Sequencer.class);
        sequencer.sequenceAll();
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        try (var stream = ledger.bean(RecordStore.class).openStream(null)) {
            while (stream.hasNextAvailable(0, TimeUnit.SECONDS)) {
                messages.add((DomainEventMessage<?>) stream.nextAvailable());
            }
        }
        return messages;
    }
}
