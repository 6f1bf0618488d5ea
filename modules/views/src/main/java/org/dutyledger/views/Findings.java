package org.dutyledger.views;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dutyledger.contract.Duty.Breach;
import org.dutyledger.contract.Finding;
import org.dutyledger.contract.Finding.DutyChanged;
import org.dutyledger.contract.Finding.ExposureChanged;
import org.dutyledger.ledger.RecordEntry;
import org.dutyledger.ledger.RecordEvent.FindingRecorded;
import org.dutyledger.ledger.SequencedRecord;
import org.jspecify.annotations.Nullable;

/** Findings that rows refer to, read from the record itself. */
class Findings {

    private final SequencedRecord record;
    private final ViewJson json;

    Findings(SequencedRecord record, ViewJson json) {
        this.record = record;
        this.json = json;
    }

    /**
     * Where it is written how a duty stands.
     *
     * @param sequence of the finding
     * @param earlier breaches that the finding builds on, as {@link #earlier} wrote them
     */
    record Reference(long sequence, @Nullable String earlier) {}

    /** In the order of the references, each with all breaches. */
    List<DutyChanged> duties(List<Reference> references) {
        Map<Long, Finding> read = read(references.stream().map(Reference::sequence).toList());
        return references.stream()
                .map(each -> whole((DutyChanged) get(read, each.sequence()), each.earlier()))
                .toList();
    }

    /** In the order of the sequences. */
    List<ExposureChanged> exposures(List<Long> sequences) {
        Map<Long, Finding> read = read(sequences);
        return sequences.stream().map(each -> (ExposureChanged) get(read, each)).toList();
    }

    /** The breaches of a whole duty that its last finding does not list itself; null: none. */
    @Nullable String earlier(DutyChanged whole, DutyChanged last) {
        List<Breach> all = whole.duty().breaches();
        int before = all.size() - last.duty().breaches().size();
        return before == 0 ? null : json.write(all.subList(0, before));
    }

    private DutyChanged whole(DutyChanged it, @Nullable String earlier) {
        List<Breach> all = new ArrayList<>();
        if (earlier != null) {
            all.addAll(List.of(json.read(earlier, Breach[].class)));
        }
        all.addAll(it.duty().breaches());
        return new DutyChanged(
                it.model(), it.time(), it.law(), it.change(), it.duty().with(List.copyOf(all)));
    }

    private static Finding get(Map<Long, Finding> read, long sequence) {
        return Objects.requireNonNull(
                read.get(sequence), () -> "no finding has the sequence " + sequence);
    }

    private Map<Long, Finding> read(Collection<Long> sequences) {
        if (sequences.isEmpty()) {
            return Map.of();
        }
        long[] wanted = sequences.stream().mapToLong(Long::longValue).toArray();
        Stream<RecordEntry> found = record.at(wanted).stream();
        return found.collect(
                Collectors.toMap(
                        RecordEntry::sequence,
                        entry -> ((FindingRecorded) entry.event()).finding()));
    }
}
