package org.dutyledger.feed;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Finding;
import org.dutyledger.contract.Finding.DutyChanged;
import org.dutyledger.contract.Finding.ExposureChanged;
import org.dutyledger.contract.ModelId;
import org.jspecify.annotations.Nullable;

/** Findings folded to what stands: of those about the same, the last one, with all breaches. */
final class Standing {

    private final Map<About, Last> last = new HashMap<>();

    /** Null rule and subject: the exposure. */
    private record About(
            ModelId model, String rulebook, @Nullable String rule, @Nullable String subject) {}

    /** Takes what stands. */
    interface Consumer {
        void accept(long sequence, Finding finding);
    }

    private record Last(long sequence, Finding finding) {}

    /** The next finding, in order. */
    void add(long sequence, Finding finding) {
        String rulebook = finding.law().rulebook();
        switch (finding) {
            case DutyChanged changed -> {
                Duty duty = changed.duty();
                var about = new About(changed.model(), rulebook, duty.rule(), duty.about());
                last.put(about, new Last(sequence, changed.whole(before(about))));
            }
            case ExposureChanged changed ->
                    last.put(
                            new About(changed.model(), rulebook, null, null),
                            new Last(sequence, changed));
        }
    }

    private @Nullable Duty before(About about) {
        Last before = last.get(about);
        return before != null && before.finding() instanceof DutyChanged changed
                ? changed.duty()
                : null;
    }

    /** Passes what stands, in the order of sequences. */
    void each(Consumer consumer) {
        List<Last> all =
                last.values().stream().sorted(Comparator.comparingLong(Last::sequence)).toList();
        all.forEach(each -> consumer.accept(each.sequence(), each.finding()));
    }
}
