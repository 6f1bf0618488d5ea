package org.dutyledger.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dutyledger.contract.Duty.Status;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.contract.FactData.ModelWithdrawn;
import org.dutyledger.contract.Finding.Change;
import org.dutyledger.contract.ModelId;
import org.junit.jupiter.api.Test;

class ModelsTest {

    private final ViewsUnderTest views = new ViewsUnderTest();
    private final Events events = new Events();

    @Test
    void aModelAndHowItStands() {
        events.fact("m2", "2026-07-02T00:00:00Z", released("2.0"))
                .fact("m1", "2026-07-01T00:00:00.000000001Z", released("1.0"))
                .fact("x1", "2026-07-09T00:00:00Z", new ModelWithdrawn("1.0", null))
                .duty(Change.AROSE, duty("R-1", Status.PENDING, "2026-08-09T00:00:00Z"))
                .duty(Change.AROSE, duty("R-2", Status.PENDING, "2026-08-05T00:00:00Z"))
                .duty(Change.AROSE, duty("R-3", Status.PENDING, null))
                .duty(Change.BREACHED, duty("R-4", Status.POLICY_BREACH, "2026-08-01T00:00:00Z"))
                .exposure(Events.MODEL, "100.00")
                .exposure(Events.MODEL, "26000.5");
        views.write(events.all());

        ModelEntry model = views.models.find(Events.MODEL).orElseThrow().item();

        assertThat(model.facts()).isEqualTo(3);
        assertThat(model.firstFact()).isEqualTo("2026-07-01T00:00:00Z");
        assertThat(model.lastFact()).isEqualTo("2026-07-09T00:00:00Z");
        assertThat(model.lastSequence()).isEqualTo(9);
        assertThat(model.versions())
                .extracting(ModelEntry.Version::version)
                .containsExactly("1.0", "2.0");
        assertThat(model.versions().getFirst().withdrawn()).isEqualTo("2026-07-09T00:00:00Z");
        ModelEntry.Standing standing = model.standings().getFirst();
        assertThat(standing.duties())
                .isEqualTo(Map.of(Status.PENDING, 3L, Status.POLICY_BREACH, 1L));
        assertThat(standing.openBreaches()).isEqualTo(1);
        assertThat(standing.late()).isEqualTo(1);
        assertThat(standing.nextDue().about()).isEqualTo("R-2");
        assertThat(standing.exposure().total().likely()).isEqualTo("52001.00");
        assertThat(views.models.find(new ModelId("acme", "other"))).isEmpty();
    }

    @Test
    void aDutyThatChangesIsCountedOnce() {
        views.write(
                events.duty(Change.AROSE, duty("R-1", Status.PENDING, "2026-08-09T00:00:00Z"))
                        .all());
        views.write(
                events.duty(
                                Change.BREACHED,
                                duty("R-1", Status.POLICY_BREACH, "2026-08-09T00:00:00Z"))
                        .all());

        ModelEntry.Standing standing =
                views.models.find(Events.MODEL).orElseThrow().item().standings().getFirst();

        assertThat(standing.duties()).isEqualTo(Map.of(Status.POLICY_BREACH, 1L));
        assertThat(standing.nextDue()).isNull();
    }

    @Test
    void pagesOfModels() {
        for (int i = 0; i < 30; i++) {
            events.fact(
                    new ModelId("acme", "m%02d".formatted(i % 10)),
                    "f" + i,
                    "2026-07-01T00:00:00Z",
                    released("v" + i));
        }
        views.write(events.all());

        Page<ModelEntry> first = views.models.page(new Paging(null, 7));
        Page<ModelEntry> rest = views.models.page(new Paging(first.next(), 7));
        assertThat(first.items()).hasSize(7);
        assertThat(rest.items())
                .extracting(ModelEntry::model)
                .containsExactly("acme/m07", "acme/m08", "acme/m09");
    }

    private static org.dutyledger.contract.Duty duty(String about, Status status, String due) {
        return Events.duty("CN-CC-1206-1", about, status, due);
    }

    private static ModelReleased released(String version) {
        return new ModelReleased(
                version, List.of("CN"), null, null, null, null, List.of(), List.of(), List.of());
    }
}
