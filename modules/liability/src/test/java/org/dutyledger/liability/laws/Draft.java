package org.dutyledger.liability.laws;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData;
import org.dutyledger.contract.FactKey;
import org.dutyledger.contract.ModelId;
import org.dutyledger.contract.Money;
import org.jspecify.annotations.Nullable;

/** A history being made up: few names, so that facts meet. */
final class Draft {

    private static final List<String> MONEY =
            List.of("1000.00", "25.00", "166.67", "12345.68", "0.01", "3000.00", "80000.50");

    final Dice dice;
    final Timeline times;
    final List<String> versions;
    final List<String> risks;
    final List<String> remedies = List.of("M1", "M2", "M3");
    final List<String> incidents = List.of("I1", "I2", "I3");
    final List<String> harms;
    final List<String> parties = List.of("acme", "bold", "corp");
    final List<String> topics = List.of("medical", "legal", "finance", "general");
    final List<String> surfaces = List.of("chat", "api");
    final List<String> jurisdictions;
    final String currency;
    private final List<Fact> facts = new ArrayList<>();

    Draft(Dice dice, Timeline times) {
        this.dice = dice;
        this.times = times;
        this.versions = List.of("v1", "v2", "v3", "v4").subList(0, 1 + dice.below(4));
        this.risks = List.of("R1", "R2", "R3").subList(0, 1 + dice.below(3));
        this.harms = List.of("H1", "H2", "H3", "H4", "H5").subList(0, 1 + dice.below(5));
        this.jurisdictions =
                dice.percent(40)
                        ? List.of(dice.any(LawBooks.JURISDICTIONS))
                        : dice.percent(30)
                                ? LawBooks.JURISDICTIONS
                                : dice.some(LawBooks.JURISDICTIONS, 2);
        this.currency =
                LawBooks.ALL.stream()
                        .filter(it -> jurisdictions.getFirst().startsWith(it.jurisdiction()))
                        .findFirst()
                        .orElseThrow()
                        .currency();
    }

    List<Fact> facts() {
        return facts;
    }

    /** Says it; mostly recorded when it happened, else earlier or later. */
    Instant say(Instant time, FactData data) {
        Instant recorded =
                dice.percent(70)
                        ? time
                        : dice.percent(40)
                                ? times.any()
                                : time.plus(
                                        dice.any(
                                                Duration.ofHours(1),
                                                Duration.ofDays(1),
                                                Duration.ofDays(7),
                                                Duration.ofHours(-1),
                                                Duration.ofDays(-3)));
        return say(time, recorded, data);
    }

    Instant say(Instant time, Instant recorded, FactData data) {
        String source = "/providers/acme/" + (dice.percent(80) ? "a" : "b");
        FactKey key = new FactKey(source, "f%03d".formatted(facts.size() + 1));
        facts.add(new Fact(key, LegalHistory.MODEL, time, recorded, data));
        return time;
    }

    void sayOfAnother(FactData data, ModelId model) {
        Fact last =
                new Fact(
                        new FactKey("/providers/acme/a", "g" + facts.size()),
                        model,
                        times.any(),
                        times.any(),
                        data);
        facts.add(last);
    }

    Instant say(FactData data) {
        return say(times.any(), data);
    }

    /** Mostly in the currency of the place. */
    Money money() {
        String of = dice.percent(96) ? currency : dice.any("CNY", "EUR", "USD", "JPY", "GBP");
        return new Money(new BigDecimal(dice.any(MONEY)), of);
    }

    @Nullable List<String> someVersions(int percent) {
        return dice.maybe(percent, () -> dice.some(versions, 1));
    }

    /** So many times that {@code least} is the rarest of them. */
    int times(int most) {
        return dice.below(most + 1);
    }
}
