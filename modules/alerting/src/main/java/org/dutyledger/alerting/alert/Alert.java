package org.dutyledger.alerting.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An alert as its events made it.
 *
 * @param revision how many events made it
 * @param fired when it began to fire, this time
 * @param escalatesFrom from when the times of an escalation chain count
 * @param resolved when it was resolved; null: it is open
 * @param owner null: nobody's
 * @param level how far it was escalated, 0: not
 * @param calm when it counts as resolved if its cause stays away; null: its cause is there
 * @param recent when it began to fire, the last times
 */
public record Alert(
        AlertKey key,
        int revision,
        Condition condition,
        Instant fired,
        Instant escalatesFrom,
        @Nullable Instant resolved,
        @Nullable String resolvedBy,
        @Nullable String owner,
        @Nullable Held acknowledged,
        @Nullable Held silenced,
        int level,
        @Nullable Instant calm,
        List<Instant> recent) {

    /** How it stands. */
    public enum State {
        FIRING,
        ACKNOWLEDGED,
        SILENCED,
        RESOLVED
    }

    static final Duration REMEMBERED = Duration.ofHours(1);

    /** How it stands: silence hides an acknowledgement, resolution both. */
    public State state() {
        if (resolved != null) {
            return State.RESOLVED;
        }
        if (silenced != null) {
            return State.SILENCED;
        }
        return acknowledged != null ? State.ACKNOWLEDGED : State.FIRING;
    }

    /** Whether it is not resolved. */
    public boolean open() {
        return resolved == null;
    }

    /** The same after an event; null before: the event is its first. */
    public static Alert after(@Nullable Alert before, AlertKey key, AlertEvent event) {
        if (before == null) {
            return fired(null, key, event);
        }
        return switch (event.what()) {
            case FIRED -> fired(before, key, event);
            case UPDATED -> before.updated(event);
            case ACKNOWLEDGED ->
                    before.with(event.by(), held(event), before.silenced, before.level, null, null);
            case ACKNOWLEDGEMENT_ENDED -> before.acknowledgementEnded(event.at());
            case ASSIGNED ->
                    before.with(
                            event.reason(),
                            before.acknowledged,
                            before.silenced,
                            before.level,
                            null,
                            null);
            case SILENCED ->
                    before.with(
                            before.owner,
                            before.acknowledged,
                            held(event),
                            before.level,
                            null,
                            null);
            case SILENCE_ENDED ->
                    before.with(before.owner, before.acknowledged, null, before.level, null, null);
            case ESCALATED ->
                    before.with(
                            before.owner,
                            before.acknowledged,
                            before.silenced,
                            Objects.requireNonNull(event.level()),
                            null,
                            null);
            case CALMING ->
                    before.with(
                            before.owner,
                            before.acknowledged,
                            before.silenced,
                            before.level,
                            event.until(),
                            null);
            case RESOLVED -> before.with(before.owner, null, null, before.level, null, event);
        };
    }

    private static Held held(AlertEvent event) {
        return new Held(
                Objects.requireNonNull(event.by()),
                Objects.requireNonNullElse(event.reason(), ""),
                Objects.requireNonNull(event.until()));
    }

    private static Alert fired(@Nullable Alert before, AlertKey key, AlertEvent event) {
        Instant at = event.at();
        List<Instant> recent = new ArrayList<>();
        if (before != null) {
            before.recent.stream()
                    .filter(each -> each.isAfter(at.minus(REMEMBERED)))
                    .forEach(recent::add);
        }
        recent.add(at);
        return new Alert(
                key,
                before == null ? 1 : before.revision + 1,
                Objects.requireNonNull(event.condition()),
                at,
                at,
                null,
                null,
                before == null ? null : before.owner,
                null,
                null,
                0,
                null,
                List.copyOf(recent));
    }

    /** What somebody acknowledged was another matter if its kind changes. */
    private Alert updated(AlertEvent event) {
        Condition now = Objects.requireNonNull(event.condition());
        boolean other = now.kind() != condition.kind();
        return new Alert(
                key,
                revision + 1,
                now,
                fired,
                other ? event.at() : escalatesFrom,
                null,
                null,
                owner,
                other ? null : acknowledged,
                silenced,
                other ? 0 : level,
                null,
                recent);
    }

    private Alert acknowledgementEnded(Instant at) {
        return new Alert(
                key,
                revision + 1,
                condition,
                fired,
                at,
                resolved,
                resolvedBy,
                owner,
                null,
                silenced,
                0,
                calm,
                recent);
    }

    private Alert with(
            @Nullable String newOwner,
            @Nullable Held acknowledgement,
            @Nullable Held silence,
            int newLevel,
            @Nullable Instant newCalm,
            @Nullable AlertEvent end) {
        return new Alert(
                key,
                revision + 1,
                condition,
                fired,
                escalatesFrom,
                end == null ? resolved : end.at(),
                end == null ? resolvedBy : end.by(),
                newOwner,
                acknowledgement,
                silence,
                newLevel,
                newCalm != null || end != null ? newCalm : calm,
                recent);
    }
}
