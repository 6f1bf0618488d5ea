package org.dutyledger.alerting.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.alerting.alert.AlertEvent.What;
import org.jspecify.annotations.Nullable;

/** What happens to an alert, decided from how it stands and what is so now. */
public final class AlertLife {

    /** As often in an hour as this, and its end is not believed at once. */
    private static final int FLAPS = 3;

    private static final Duration CALM = Duration.ofMinutes(10);

    private AlertLife() {}

    /**
     * The record says how it is now.
     *
     * @param now null: there is no cause for an alert (any more)
     * @return null: nothing happens
     */
    public static @Nullable AlertEvent decide(
            @Nullable Alert before, @Nullable Condition now, Instant at) {
        if (before != null && before.open()) {
            return now == null ? end(before, at) : update(before, now, at);
        }
        boolean settled =
                before != null
                        && now != null
                        && before.resolvedBy() != null
                        && same(before.condition(), now);
        return now == null || settled ? null : AlertEvent.fired(now, at);
    }

    private static @Nullable AlertEvent update(Alert before, Condition now, Instant at) {
        return before.calm() != null || !same(before.condition(), now)
                ? AlertEvent.updated(keepSince(before.condition(), now), at)
                : null;
    }

    private static @Nullable AlertEvent end(Alert before, Instant at) {
        if (before.calm() != null) {
            return null;
        }
        long often =
                before.recent().stream()
                        .filter(each -> each.isAfter(at.minus(Alert.REMEMBERED)))
                        .count();
        return often >= FLAPS
                ? AlertEvent.calming(at, at.plus(CALM))
                : AlertEvent.of(What.RESOLVED, at);
    }

    private static boolean same(Condition one, Condition other) {
        return keepSince(one, other).equals(one);
    }

    /** Of one kind it is the same trouble, which began when it began. */
    private static Condition keepSince(Condition before, Condition now) {
        return before.kind() != now.kind()
                ? now
                : new Condition(
                        now.kind(),
                        now.dutyKind(),
                        now.status(),
                        now.severity(),
                        now.title(),
                        before.since(),
                        now.due(),
                        now.needs(),
                        now.figures(),
                        now.ends());
    }

    /**
     * Time went on: the first thing that follows from it.
     *
     * @param chain after how long without an answer each level is told
     * @return null: nothing follows
     */
    public static @Nullable AlertEvent wake(Alert alert, List<Duration> chain, Instant now) {
        if (!alert.open()) {
            return null;
        }
        if (passed(alert.calm(), now) || passed(alert.condition().ends(), now)) {
            return AlertEvent.of(What.RESOLVED, now);
        }
        Held silence = alert.silenced();
        if (silence != null && passed(silence.until(), now)) {
            return AlertEvent.of(What.SILENCE_ENDED, now);
        }
        Held acknowledgement = alert.acknowledged();
        if (acknowledgement != null && passed(acknowledgement.until(), now)) {
            return AlertEvent.of(What.ACKNOWLEDGEMENT_ENDED, now);
        }
        return passed(escalation(alert, chain), now)
                ? AlertEvent.escalated(alert.level() + 1, now)
                : null;
    }

    private static boolean passed(@Nullable Instant instant, Instant now) {
        return instant != null && !instant.isAfter(now);
    }

    /** When time alone changes it next; null: it does not. */
    public static @Nullable Instant next(Alert alert, List<Duration> chain) {
        if (!alert.open()) {
            return null;
        }
        List<@Nullable Instant> all = new ArrayList<>();
        all.add(alert.calm());
        all.add(alert.condition().ends());
        all.add(alert.silenced() == null ? null : alert.silenced().until());
        all.add(alert.acknowledged() == null ? null : alert.acknowledged().until());
        all.add(escalation(alert, chain));
        return all.stream()
                .<Instant>mapMulti((each, next) -> {
                    if (each != null) {
                        next.accept(each);
                    }
                })
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static @Nullable Instant escalation(Alert alert, List<Duration> chain) {
        return alert.state() == Alert.State.FIRING
                        && alert.calm() == null
                        && alert.level() < chain.size()
                ? alert.escalatesFrom().plus(chain.get(alert.level()))
                : null;
    }

    /** Who is told of an event. */
    public enum Audience {
        NOBODY,
        /** Who the routes name, and who was told before. */
        ROUTES,
        /** Who was told before. */
        TOLD,
        /** Who the escalation chain names at the new level. */
        LEVEL
    }

    /** Who is told that an alert became what it is. */
    public static Audience audience(@Nullable Alert before, AlertEvent event, Alert after) {
        if (event.what() == What.RESOLVED) {
            return Audience.TOLD;
        }
        if (after.state() == Alert.State.SILENCED) {
            return Audience.NOBODY;
        }
        return switch (event.what()) {
            case FIRED, ACKNOWLEDGEMENT_ENDED, SILENCE_ENDED -> Audience.ROUTES;
            case UPDATED ->
                    before != null && after.condition().isNewsAfter(before.condition())
                            ? after.state() == Alert.State.ACKNOWLEDGED
                                    ? Audience.TOLD
                                    : Audience.ROUTES
                            : Audience.NOBODY;
            case ESCALATED -> Audience.LEVEL;
            case ACKNOWLEDGED, ASSIGNED, SILENCED, CALMING, RESOLVED -> Audience.NOBODY;
        };
    }
}
