package org.dutyledger.alerting.route;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of what.
 *
 * @param receivers by name
 * @param routes looked at in order; the first that fits decides unless it goes on
 * @param calendars by name
 * @param smtp null: no receiver is told by mail
 * @param watch null: duties alone give cause to alerts
 */
public record Routes(
        Map<String, Receiver> receivers,
        List<Route> routes,
        Map<String, WorkingCalendar> calendars,
        @Nullable Smtp smtp,
        @Nullable Watch watch) {

    /** Nobody is told of anything. */
    public static Routes none() {
        return new Routes(Map.of(), List.of(), Map.of(), null, null);
    }

    /** What a route says to an alert: {@code refusal} null: it fits. */
    public record Look(Route route, @Nullable String refusal) {}

    /** What each route says, up to the one that decides. */
    public List<Look> look(Subject subject, Instant at) {
        List<Look> looks = new ArrayList<>();
        for (Route route : routes) {
            String refusal = refusal(route, subject, at);
            looks.add(new Look(route, refusal));
            if (refusal == null && !route.goesOn()) {
                break;
            }
        }
        return looks;
    }

    private @Nullable String refusal(Route route, Subject subject, Instant at) {
        String refusal = route.match() == null ? null : route.match().refusal(subject);
        if (refusal == null && route.hours() != null && !route.hours().hold(at, calendars)) {
            return "not at this hour";
        }
        return refusal;
    }

    private List<Route> fitting(Subject subject, Instant at) {
        return look(subject, at).stream()
                .filter(each -> each.refusal() == null)
                .map(Look::route)
                .toList();
    }

    /** The receivers that are told at once. */
    public Set<String> receivers(Subject subject, Instant at) {
        Set<String> all = new LinkedHashSet<>();
        fitting(subject, at).forEach(each -> all.addAll(each.to()));
        return all;
    }

    /** Whom to tell later, while nobody answers: of the first fitting route that says so. */
    public List<Route.Level> chain(Subject subject, Instant fired) {
        return fitting(subject, fired).stream()
                .map(Route::escalate)
                .<List<Route.Level>>mapMulti((each, next) -> {
                    if (each != null && !each.isEmpty()) {
                        next.accept(each);
                    }
                })
                .findFirst()
                .orElse(List.of());
    }

    /** The times of {@link #chain}. */
    public List<Duration> times(Subject subject, Instant fired) {
        return chain(subject, fired).stream().map(Route.Level::after).toList();
    }

    /** Names that are used and not declared, with where. */
    List<String> unknownNames() {
        Map<String, String> used = new LinkedHashMap<>();
        for (Route route : routes) {
            route.to().forEach(each -> used.put(each, "route " + route.name()));
            if (route.escalate() != null) {
                route.escalate()
                        .forEach(level ->
                                level.to()
                                        .forEach(each ->
                                                used.put(each, "escalation of " + route.name())));
            }
        }
        List<String> unknown = new ArrayList<>();
        used.forEach((name, where) -> {
            if (!receivers.containsKey(name)) {
                unknown.add(
                        "%s names the receiver %s, which is not declared".formatted(where, name));
            }
        });
        routes.forEach(route -> {
            String calendar = route.hours() == null ? null : route.hours().calendar();
            if (calendar != null && !calendars.containsKey(calendar)) {
                unknown.add(
                        "route %s names the calendar %s, which is not declared"
                                .formatted(route.name(), calendar));
            }
        });
        return unknown;
    }
}
