package org.dutyledger.liability.laws;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dutyledger.liability.law.Policy;

/** Instants that meet: on one another, a period apart, at the turns of the law and just beside. */
final class Timeline {

    private static final Duration NANO = Duration.ofNanos(1);

    private final Dice dice;
    private final Instant start;
    private final int days;
    private final List<Instant> points = new ArrayList<>();
    private final List<Instant> turns;
    private final List<Duration> periods;

    /** Around one of the turns of the law, or within a time of none. */
    Timeline(Dice dice, Policy policy, int stretch) {
        this.dice = dice;
        this.days = stretch * dice.any(3, 8, 20, 40);
        Instant turn =
                dice.percent(75)
                        ? dice.any(LawBooks.TURNS)
                        : dice.any(
                                Instant.parse("2027-03-14T10:00:00Z"),
                                Instant.parse("2028-03-26T01:00:00Z"),
                                Instant.parse("2028-01-29T16:00:00Z"));
        this.start =
                turn.truncatedTo(ChronoUnit.DAYS)
                        .minus(Duration.ofDays(dice.below(days)))
                        .plus(Duration.ofDays(dice.percent(40) ? days : 0));
        Instant end = start.plus(Duration.ofDays(days));
        this.turns =
                LawBooks.TURNS.stream()
                        .filter(it -> it.isAfter(start) && it.isBefore(end))
                        .toList();
        this.periods = periods(policy);
        for (int i = 0; i < 8; i++) {
            points.add(anywhere());
        }
    }

    private static List<Duration> periods(Policy policy) {
        return Stream.concat(
                        policy.remediate().values().stream(),
                        Stream.of(
                                policy.immediate().act(),
                                policy.immediate().notifyConsumers(),
                                policy.immediate().reportAuthority(),
                                policy.immediate().personalInformation(),
                                policy.discovery().within(),
                                policy.remedyEffective().window(),
                                policy.monitorEvery(),
                                Duration.ofHours(1),
                                Duration.ofHours(4),
                                Duration.ofDays(2),
                                Duration.ofDays(15)))
                .sorted()
                .toList();
    }

    private Instant anywhere() {
        return start.plus(Duration.ofHours(6L * dice.below(days * 4)));
    }

    Instant start() {
        return start;
    }

    Instant end() {
        return points.stream().max(Instant::compareTo).orElse(start);
    }

    /** Some instant before which nothing, or little, happens. */
    Instant early() {
        return dice.percent(60) ? start : keep(start.minus(Duration.ofDays(dice.below(400))));
    }

    Instant any() {
        int how = dice.below(100);
        if (how < 25) {
            return dice.any(points);
        }
        if (how < 50) {
            return keep(dice.any(points).plus(dice.any(periods)));
        }
        if (how < 62 && !turns.isEmpty()) {
            return keep(dice.any(turns).plus(dice.any(Duration.ZERO, NANO, NANO.negated())));
        }
        if (how < 68) {
            return keep(dice.any(points).plus(dice.any(NANO, NANO.negated())));
        }
        return keep(anywhere());
    }

    /** Not before. */
    Instant from(Instant earliest) {
        for (int i = 0; i < 8; i++) {
            Instant at = any();
            if (!at.isBefore(earliest)) {
                return at;
            }
        }
        return keep(earliest.plus(dice.any(Duration.ZERO, Duration.ofHours(1), dice.any(periods))));
    }

    Duration period() {
        return dice.any(periods);
    }

    private Instant keep(Instant at) {
        points.add(at);
        return at;
    }
}
