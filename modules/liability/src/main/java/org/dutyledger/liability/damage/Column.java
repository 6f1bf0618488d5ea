package org.dutyledger.liability.damage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.dutyledger.liability.damage.HarmVerdict.Outcome;

/**
 * One scenario of the account. Every liable harm is summed as one of several; the first few that
 * are not, by when their outputs were served and then by id, are put right when the sum is asked
 * for.
 */
final class Column {

    private final Scenario scenario;
    private final int firstRepeated;
    private final NavigableMap<Place, HarmVerdict> liable = new TreeMap<>();
    private BigDecimal compensatory = Cents.NONE;
    private BigDecimal expanded = Cents.NONE;
    private BigDecimal repeatedPunitive = Cents.NONE;

    /** From the {@code firstRepeated}-th harm on, counted from 1, each is one of several. */
    Column(Scenario scenario, int firstRepeated) {
        this.scenario = scenario;
        this.firstRepeated = firstRepeated;
    }

    void add(HarmVerdict verdict) {
        Outcome outcome = verdict.repeated().in(scenario);
        if (outcome.liable()) {
            liable.put(Place.of(verdict), verdict);
            compensatory = compensatory.add(outcome.compensatory());
            expanded = expanded.add(outcome.expanded());
            repeatedPunitive = repeatedPunitive.add(outcome.punitive());
        }
    }

    void remove(HarmVerdict verdict) {
        Outcome outcome = verdict.repeated().in(scenario);
        if (outcome.liable()) {
            liable.remove(Place.of(verdict));
            compensatory = compensatory.subtract(outcome.compensatory());
            expanded = expanded.subtract(outcome.expanded());
            repeatedPunitive = repeatedPunitive.subtract(outcome.punitive());
        }
    }

    BigDecimal compensatory() {
        return compensatory;
    }

    BigDecimal expanded() {
        return expanded;
    }

    BigDecimal punitive() {
        return liable.values().stream()
                .limit(Math.max(firstRepeated - 1L, 0))
                .map(it ->
                        it.once()
                                .in(scenario)
                                .punitive()
                                .subtract(it.repeated().in(scenario).punitive()))
                .reduce(repeatedPunitive, BigDecimal::add);
    }

    boolean oneOfSeveral(HarmVerdict verdict) {
        Place place = Place.of(verdict);
        return liable.containsKey(place)
                && liable.keySet().stream()
                        .limit(Math.max(firstRepeated - 1L, 0))
                        .noneMatch(place::equals);
    }

    private record Place(Instant outputAt, String harm) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::outputAt).thenComparing(Place::harm);

        static Place of(HarmVerdict verdict) {
            return new Place(verdict.outputAt(), verdict.harm());
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }
}
