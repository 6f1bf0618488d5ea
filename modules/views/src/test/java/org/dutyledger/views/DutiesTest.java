package org.dutyledger.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dutyledger.contract.Duty.Status;
import org.dutyledger.contract.Finding.Change;
import org.dutyledger.contract.ModelId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DutiesTest {

    private static final DutyFilter ANY =
            new DutyFilter(null, null, null, null, null, Set.of(), null);

    private final ViewsUnderTest views = new ViewsUnderTest();

    /** A thousand: every third without a deadline, many with the same one. */
    @BeforeEach
    void thousandDuties() {
        Events events = new Events();
        for (int i = 0; i < 1000; i++) {
            ModelId model = new ModelId("acme", "model" + i % 7);
            String due = i % 3 == 0 ? null : "2026-08-%02dT00:00:00.123456Z".formatted(1 + i % 28);
            Status status = i % 2 == 0 ? Status.PENDING : Status.POLICY_BREACH;
            events.duty(
                    model,
                    Events.LAW,
                    Change.AROSE,
                    Events.duty("CN-CC-1206-1", "R-" + i, status, due));
        }
        views.write(events.all());
    }

    @ParameterizedTest
    @EnumSource
    void pagesNeitherSkipNorRepeat(Duties.Order order) {
        List<String> seen = new ArrayList<>();
        List<Instant> dues = new ArrayList<>();
        String after = null;
        do {
            Page<DutyEntry> page = views.duties.page(ANY, order, new Paging(after, 37));
            page.items().forEach(each -> seen.add(each.model() + " " + each.about()));
            page.items().forEach(each -> dues.add(each.due() == null ? Instant.MAX : each.due()));
            after = page.next();
        } while (after != null);

        assertThat(seen).hasSize(1000).doesNotHaveDuplicates();
        if (order == Duties.Order.DUE) {
            assertThat(dues).isSorted();
        } else {
            assertThat(seen).isSorted();
        }
    }

    @ParameterizedTest
    @EnumSource
    void filters(Duties.Order order) {
        assertThat(
                        all(
                                order,
                                new DutyFilter(
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        Set.of(Status.PENDING),
                                        null)))
                .hasSize(500)
                .allMatch(each -> each.status() == Status.PENDING);
        assertThat(all(order, new DutyFilter(Events.MODEL, null, null, null, null, Set.of(), null)))
                .isEmpty();
        assertThat(
                        all(
                                order,
                                new DutyFilter(
                                        new ModelId("acme", "model3"),
                                        "cn-product",
                                        "CN-CC-1206-1",
                                        null,
                                        "remediate",
                                        Set.of(Status.PENDING, Status.POLICY_BREACH),
                                        null)))
                .hasSize(143)
                .allMatch(each -> each.model().equals("acme/model3"));
        Instant before = Instant.parse("2026-08-03T00:00:00.123456Z");
        assertThat(all(order, new DutyFilter(null, null, null, null, null, Set.of(), before)))
                .isNotEmpty()
                .allMatch(each -> each.due() != null && each.due().isBefore(before));
        assertThat(all(order, new DutyFilter(null, "eu", null, null, null, Set.of(), null)))
                .isEmpty();
        assertThat(all(order, new DutyFilter(null, null, null, "R-17", null, Set.of(), null)))
                .hasSize(1);
    }

    @Test
    void statusesAreCounted() {
        DutyCounts counts = new DutyCounts(views.jdbc, Clock.systemUTC());

        assertThat(counts.count("cn-product", Status.PENDING)).isEqualTo(500);
        assertThat(counts.count("cn-product", Status.POLICY_BREACH)).isEqualTo(500);
        assertThat(counts.count("cn-product", Status.BREACH)).isZero();
        assertThat(counts.count("eu", Status.PENDING)).isZero();
    }

    @Test
    void anOpenBreachIsMeasuredUpToTheAnswersInstant() {
        DutyEntry entry =
                all(new DutyFilter(null, null, null, "R-1", null, Set.of(), null)).getFirst();

        assertThat(entry.late()).isTrue();
        assertThat(entry.breaches())
                .singleElement()
                .satisfies(breach -> {
                    assertThat(breach.to()).isNull();
                    // 2026-08-02T00:00:00.123456 to 2026-09-01T00:00: 30 days
                    assertThat(breach.hours()).isEqualByComparingTo("720.0");
                });
    }

    @Test
    void aCursorOfAnotherListOrOfNoneIsRefused() {
        String other = views.models.page(new Paging(null, 500)).next();
        assertThat(other).isNull();
        String byKey = views.duties.page(ANY, Duties.Order.KEY, new Paging(null, 5)).next();

        assertThatThrownBy(() -> views.duties.page(ANY, Duties.Order.DUE, new Paging(byKey, 5)))
                .isInstanceOf(UnknownCursorException.class);
        for (String nonsense : List.of("x", "", "%%%", "e30", "bnVsbA")) {
            assertThatThrownBy(
                            () -> views.duties.page(ANY, Duties.Order.KEY, new Paging(nonsense, 5)))
                    .as(nonsense)
                    .isInstanceOf(UnknownCursorException.class);
        }
    }

    private List<DutyEntry> all(DutyFilter filter) {
        return all(Duties.Order.KEY, filter);
    }

    private List<DutyEntry> all(Duties.Order order, DutyFilter filter) {
        return views.duties.page(filter, order, new Paging(null, 500)).items();
    }
}
