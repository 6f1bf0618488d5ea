package org.dutyledger.alerting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.alerting.alert.Alert;
import org.dutyledger.alerting.alert.AlertKey;
import org.dutyledger.alerting.delivery.Composer;
import org.dutyledger.alerting.delivery.Told;
import org.dutyledger.alerting.delivery.Told.Cost;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.LawsInForce;
import org.dutyledger.ledger.RecordedFacts;
import org.dutyledger.liability.Assessor;
import org.dutyledger.liability.answer.Assessment;
import org.dutyledger.liability.damage.Consequences.HourPrice;
import org.dutyledger.liability.law.LawInForce;
import org.dutyledger.views.Models;
import org.jspecify.annotations.Nullable;

/**
 * Alerts with what a day of delay costs: the price of one more hour (semantics, rule 57), a day
 * long, as the record stands now. It is left out where the history is so long that asking would
 * make who must be told wait.
 */
final class PricedComposer implements Composer {

    private static final int LONGEST_HISTORY = 2000;
    private static final int MODELS_AT_ONCE = 5;
    private static final BigDecimal HOURS = BigDecimal.valueOf(24);

    private final RecordedFacts record;
    private final Models models;
    private final LawsInForce laws;
    private final Clock clock;
    private final Links links;

    PricedComposer(
            RecordedFacts record, Models models, LawsInForce laws, Clock clock, Links links) {
        this.record = record;
        this.models = models;
        this.laws = laws;
        this.clock = clock;
        this.links = links;
    }

    private record Judged(String model, String rulebook) {}

    private record DutyOf(String rule, String about) {}

    @Override
    public List<Told> compose(List<Alert> alerts) {
        Map<Judged, Map<DutyOf, Cost>> asked = new HashMap<>();
        return alerts.stream()
                .map(each -> Told.of(each, cost(each, asked), links.to(each.key())))
                .toList();
    }

    private @Nullable Cost cost(Alert alert, Map<Judged, Map<DutyOf, Cost>> asked) {
        AlertKey key = alert.key();
        if (!alert.open() || alert.condition().dutyKind() == null) {
            return null;
        }
        Judged judged = new Judged(key.model(), key.rulebook());
        if (!asked.containsKey(judged) && asked.size() >= MODELS_AT_ONCE) {
            return null;
        }
        return asked.computeIfAbsent(judged, this::costs).get(new DutyOf(key.rule(), key.about()));
    }

    private Map<DutyOf, Cost> costs(Judged judged) {
        Instant now = clock.instant();
        ModelId model = ModelId.parse(judged.model);
        LawInForce law =
                laws.laws().stream()
                        .filter(each -> each.rulebook().id().equals(judged.rulebook))
                        .findFirst()
                        .orElse(null);
        boolean isShort =
                models.find(model).map(each -> each.item().facts() <= LONGEST_HISTORY).orElse(true);
        Map<DutyOf, Cost> costs = new HashMap<>();
        if (law != null && isShort) {
            Assessment answer =
                    Assessor.assess(
                            law.rulebook(), law.policy(), record.facts(model), model, now, null);
            String currency = answer.damages().realised().currency();
            for (HourPrice each : answer.damages().consequences().oneMoreHour()) {
                BigDecimal hour = each.priced() == null ? null : each.priced().now();
                if (hour != null && hour.signum() > 0) {
                    costs.put(
                            new DutyOf(each.rule(), each.about()),
                            new Cost(
                                    hour.multiply(HOURS).setScale(2, RoundingMode.HALF_UP),
                                    currency));
                }
            }
        }
        return costs;
    }
}
