package org.dutyledger.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dutyledger.alerting.alert.Alert;
import org.dutyledger.alerting.alert.AlertEvent;
import org.dutyledger.alerting.alert.AlertEvent.What;
import org.dutyledger.alerting.alert.AlertKey;
import org.dutyledger.alerting.alert.AlertLife;
import org.dutyledger.alerting.alert.Condition;
import org.dutyledger.alerting.route.Routes;
import org.dutyledger.alerting.route.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Makes alerts what they are now, keeps what happened to them, and notes who must be told, all in
 * the caller's transaction.
 */
final class AlertWriter {

    private final AlertRows rows;
    private final Routes routes;

    AlertWriter(AlertRows rows, Routes routes) {
        this.rows = rows;
        this.routes = routes;
    }

    /** What an alert went through: its events in order, each with what it was before. */
    private static final class Course {
        private final @Nullable Alert before;
        private final List<AlertEvent> events = new ArrayList<>();
        private final List<Alert> states = new ArrayList<>();

        Course(@Nullable Alert before) {
            this.before = before;
        }

        @Nullable Alert now() {
            return states.isEmpty() ? before : states.getLast();
        }

        void add(AlertKey key, AlertEvent event) {
            states.add(Alert.after(now(), key, event));
            events.add(event);
        }
    }

    /**
     * The record says how things are.
     *
     * @param now value null: there is no cause for an alert (any more)
     */
    void conditions(Map<AlertKey, @Nullable Condition> now, Instant at) {
        Map<String, Alert> found = rows.find(now.keySet().stream().map(AlertKey::id).toList());
        List<Course> courses = new ArrayList<>();
        now.forEach((key, condition) -> {
            Alert before = found.get(key.id());
            AlertEvent event = AlertLife.decide(before, condition, at);
            if (event != null) {
                Course course = new Course(before);
                course.add(key, event);
                courses.add(course);
            }
        });
        write(courses, at);
    }

    /** Time went on. */
    void wake(List<Alert> due, Instant now) {
        Map<String, Set<String>> parties = parties(due);
        List<Course> courses = new ArrayList<>();
        for (Alert alert : due) {
            Course course = new Course(alert);
            Alert it = alert;
            for (AlertEvent event;
                    (event = AlertLife.wake(it, times(it, parties), now)) != null; ) {
                course.add(alert.key(), event);
                it = course.states.getLast();
            }
            courses.add(course);
        }
        write(courses, now);
    }

    /** Somebody did something to alerts that are open. */
    void byHand(List<Alert> alerts, AlertEvent event) {
        List<Course> courses = new ArrayList<>();
        for (Alert alert : alerts) {
            Course course = new Course(alert);
            course.add(alert.key(), event);
            courses.add(course);
        }
        write(courses, event.at());
    }

    private void write(List<Course> courses, Instant at) {
        if (courses.isEmpty()) {
            return;
        }
        Map<String, Set<String>> parties =
                parties(
                        courses.stream()
                                .map(Course::now)
                                .<Alert>mapMulti((each, next) -> {
                                    if (each != null) {
                                        next.accept(each);
                                    }
                                })
                                .toList());
        silence(courses, parties, at);
        List<AlertRows.Row> states = new ArrayList<>();
        List<AlertRows.Happened> events = new ArrayList<>();
        Told told = new Told();
        for (Course course : courses) {
            Alert last = course.now();
            if (last == null) {
                continue;
            }
            states.add(new AlertRows.Row(last, AlertLife.next(last, times(last, parties))));
            Alert before = course.before;
            for (int i = 0; i < course.events.size(); i++) {
                Alert after = course.states.get(i);
                events.add(
                        new AlertRows.Happened(
                                after.key().id(), after.revision(), course.events.get(i)));
                told.of(before, course.events.get(i), last, subject(last, parties), at);
                before = after;
            }
        }
        rows.write(states, events);
        told.write(at);
    }

    /** What begins to fire under a silence is silent from the beginning. */
    private void silence(List<Course> courses, Map<String, Set<String>> parties, Instant at) {
        List<Course> fresh =
                courses.stream()
                        .filter(each ->
                                each.events.stream().anyMatch(it -> it.what() == What.FIRED))
                        .toList();
        if (fresh.isEmpty()) {
            return;
        }
        List<Silence> silences = rows.silences(at);
        for (Course course : fresh) {
            Alert alert = course.states.getLast();
            silences.stream()
                    .filter(each -> each.scope().fits(subject(alert, parties)))
                    .findFirst()
                    .ifPresent(
                            each -> course.add(alert.key(), AlertEvent.silenced(each.word(), at)));
        }
    }

    /** Who must be told, gathered. */
    private final class Told {
        private final Set<AlertRows.Notice> notices = new LinkedHashSet<>();
        private final Set<String> again = new HashSet<>();
        private final Set<String> over = new HashSet<>();

        void of(
                @Nullable Alert before,
                AlertEvent event,
                Alert after,
                Subject subject,
                Instant at) {
            switch (AlertLife.audience(before, event, after)) {
                case NOBODY -> {}
                case TOLD -> again.add(subject.alert());
                case ROUTES -> {
                    again.add(subject.alert());
                    add(routes.receivers(subject, at), subject);
                }
                case LEVEL -> add(level(event, after, subject), subject);
            }
            if (!after.open()) {
                over.add(subject.alert());
            }
        }

        private void add(Iterable<String> receivers, Subject subject) {
            receivers.forEach(each -> notices.add(new AlertRows.Notice(each, subject.alert())));
        }

        private List<String> level(AlertEvent event, Alert after, Subject subject) {
            var chain = routes.chain(subject, after.escalatesFrom());
            Integer level = event.level();
            return level == null || level > chain.size() ? List.of() : chain.get(level - 1).to();
        }

        void write(Instant at) {
            notices.removeIf(each -> over.contains(each.alert()));
            rows.forget(over);
            rows.notice(List.copyOf(notices), at);
            rows.noticeTold(again, at);
        }
    }

    private List<Duration> times(Alert alert, Map<String, Set<String>> parties) {
        return routes.times(subject(alert, parties), alert.escalatesFrom());
    }

    private static Subject subject(Alert alert, Map<String, Set<String>> parties) {
        return Subject.of(alert, parties.getOrDefault(alert.key().model(), Set.of()));
    }

    private Map<String, Set<String>> parties(List<Alert> alerts) {
        Set<String> models =
                alerts.stream().map(each -> each.key().model()).collect(Collectors.toSet());
        return models.isEmpty() ? new HashMap<>() : rows.parties(models);
    }

    /** Alerts that agree with a scope. */
    List<Alert> within(List<Alert> alerts, Function<Subject, Boolean> scope) {
        Map<String, Set<String>> parties = parties(alerts);
        return alerts.stream().filter(each -> scope.apply(subject(each, parties))).toList();
    }
}
