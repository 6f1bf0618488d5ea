package org.dutyledger.liability.damage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dutyledger.liability.damage.HarmVerdict.Effect;
import org.dutyledger.liability.damage.HarmVerdict.Outcome;
import org.dutyledger.liability.damage.HarmVerdict.Outcomes;
import org.dutyledger.liability.damage.JudgedDamages.Item;
import org.dutyledger.liability.damage.Punitives.Way;
import org.dutyledger.liability.damage.Valuation.Valued;
import org.jspecify.annotations.Nullable;

/**
 * A harm with all that is settled and all that is open about it, so that any answer to the open
 * questions can be played through (rules 46, 52 to 54).
 *
 * @param liability all of these must go to the claimant
 * @param limited whether a limitation that must be raised has passed; at best it is not raised
 * @param mental whether the mental head counts
 */
record HarmCase(
        String harm,
        List<Valued> items,
        List<Issue> liability,
        boolean limited,
        Issue mental,
        boolean expanded,
        List<Way> ways) {

    Outcomes outcomes(boolean oneOfSeveral) {
        return new Outcomes(
                outcome(Answers.in(Scenario.LOW), oneOfSeveral),
                outcome(Answers.in(Scenario.LIKELY), oneOfSeveral),
                outcome(Answers.in(Scenario.HIGH), oneOfSeveral),
                itemsOfHigh(oneOfSeveral),
                effects(oneOfSeveral));
    }

    /** Whether being one of several can matter. */
    boolean dependsOnOthers() {
        return ways.stream().anyMatch(Way::orRepeated);
    }

    private Outcome outcome(Answers answers, boolean oneOfSeveral) {
        if (!liable(answers)) {
            return Outcome.NONE;
        }
        List<Valued> counted = counted(answers);
        BigDecimal sum = Cents.sum(counted.stream().map(Valued::amount).toList());
        Award award = award(answers, counted, oneOfSeveral);
        return new Outcome(
                true,
                sum,
                expanded ? sum : Cents.NONE,
                award == null ? Cents.NONE : award.amount());
    }

    private boolean liable(Answers answers) {
        return !(limited && answers.scenario() != Scenario.HIGH)
                && liability.stream().allMatch(answers::forClaimant);
    }

    private List<Valued> counted(Answers answers) {
        return answers.forClaimant(mental)
                ? items
                : items.stream().filter(it -> !it.mental()).toList();
    }

    /** The larger of what is open, never the sum; of equals the first. */
    private @Nullable Award award(Answers answers, List<Valued> counted, boolean oneOfSeveral) {
        Award best = null;
        for (Way way : ways) {
            BigDecimal amount = way.award(answers, counted, oneOfSeveral);
            if (amount.signum() > 0 && (best == null || amount.compareTo(best.amount()) > 0)) {
                best = new Award(amount, way.rule().rule());
            }
        }
        return best;
    }

    private List<Item> itemsOfHigh(boolean oneOfSeveral) {
        Answers high = Answers.in(Scenario.HIGH);
        if (!liable(high)) {
            return List.of();
        }
        List<Item> shown = new ArrayList<>();
        List<Valued> counted = counted(high);
        for (Valued item : counted) {
            shown.add(new Item(harm, item.head(), item.amount(), item.rule()));
        }
        Award award = award(high, counted, oneOfSeveral);
        if (award != null) {
            shown.add(new Item(harm, "punitive", award.amount(), award.rule()));
        }
        return List.copyOf(shown);
    }

    /** Each open question played both ways, all else as in {@code high}. */
    private List<Effect> effects(boolean oneOfSeveral) {
        Outcome won = outcome(Answers.in(Scenario.HIGH), oneOfSeveral);
        List<Effect> effects = new ArrayList<>();
        for (Issue.Open open : openIssues()) {
            Outcome lost = outcome(Answers.highBut(open.question()), oneOfSeveral);
            Effect effect =
                    new Effect(
                            open.question(),
                            open.about(),
                            column(open.question(), lost),
                            column(open.question(), won));
            if (effect.against().compareTo(effect.forClaimant()) != 0) {
                effects.add(effect);
            }
        }
        return List.copyOf(effects);
    }

    private static BigDecimal column(Question question, Outcome outcome) {
        return switch (question.column()) {
            case COMPENSATORY -> outcome.compensatory();
            case PUNITIVE -> outcome.punitive();
        };
    }

    private Set<Issue.Open> openIssues() {
        Set<Issue.Open> open = new LinkedHashSet<>();
        Stream.concat(
                        Stream.concat(liability.stream(), Stream.of(mental)),
                        ways.stream().flatMap(way -> way.gates().stream()))
                .forEach(issue -> {
                    if (issue instanceof Issue.Open it) {
                        open.add(it);
                    }
                });
        return open;
    }

    private record Award(BigDecimal amount, String rule) {}
}
