package org.dutyledger.liability.laws;

import java.time.Duration;
import java.time.Instant;
import org.dutyledger.contract.FactData.CoverageObserved;
import org.dutyledger.contract.FactData.WarningPublished;
import org.dutyledger.contract.FactData.WarningShown;
import org.dutyledger.contract.FactData.WarningWithdrawn;

/** Notices in force, and what of them was seen. */
final class WarningFacts {

    private final Draft draft;
    private final Dice dice;

    private WarningFacts(Draft draft) {
        this.draft = draft;
        this.dice = draft.dice;
    }

    static void add(Draft draft) {
        WarningFacts facts = new WarningFacts(draft);
        for (int i = draft.times(6); i > 0; i--) {
            facts.notice();
        }
        for (int i = draft.times(5); i > 0; i--) {
            facts.window();
        }
        if (draft.dice.percent(15)) {
            draft.say(
                    new WarningShown(
                            draft.dice.any(draft.versions),
                            5,
                            1,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null));
        }
    }

    private void notice() {
        String warning = dice.any("W1", "W2", "W3");
        Instant at =
                draft.say(
                        new WarningPublished(
                                warning,
                                dice.any("zh-CN", "zh", "en", "zh-Hans-CN", "ZH-TW", "ko", "ja"),
                                dice.maybe(40, () -> dice.some(draft.topics, 1)),
                                dice.maybe(20, () -> dice.some(draft.risks, 1)),
                                dice.maybe(40, () -> dice.some(draft.surfaces, 1)),
                                draft.someVersions(30),
                                dice.maybe(
                                        90,
                                        () ->
                                                dice.any(
                                                        "at-output",
                                                        "before-use",
                                                        "in-terms",
                                                        "label",
                                                        "label",
                                                        "after-sale"))));
        if (dice.percent(30)) {
            draft.say(draft.times.from(at), new WarningWithdrawn(warning, null));
        }
    }

    private void window() {
        Instant from = draft.times.any();
        Duration length = dice.any(Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(3));
        int outputs = dice.any(0, 1, 100, 1000, 7);
        int warned = dice.any(outputs, outputs, outputs * 99 / 100, outputs * 9 / 10, 0);
        CoverageObserved window =
                new CoverageObserved(
                        dice.any(draft.versions),
                        from,
                        from.plus(length),
                        outputs,
                        warned,
                        dice.maybe(30, () -> dice.any(draft.surfaces)),
                        dice.maybe(40, () -> dice.any(draft.topics)),
                        dice.maybe(30, () -> dice.any("zh-CN", "en", "zh", "Zh-cn", "zho")),
                        dice.any(0, 0, 1));
        draft.say(window.to(), window);
        if (dice.percent(40)) {
            CoverageObserved again =
                    new CoverageObserved(
                            window.version(),
                            window.from(),
                            window.to(),
                            window.outputs(),
                            dice.below(outputs + 1),
                            window.surface(),
                            window.topic(),
                            window.locale(),
                            dice.any(0, 1, 2));
            draft.say(window.to().plus(Duration.ofHours(dice.any(0, 1, 24))), again);
        }
    }
}
