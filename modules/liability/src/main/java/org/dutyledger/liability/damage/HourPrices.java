package org.dutyledger.liability.damage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Duty.Status;
import org.dutyledger.liability.damage.Consequences.HourPrice;
import org.dutyledger.liability.damage.Consequences.NotPriced;
import org.dutyledger.liability.damage.Consequences.Part;
import org.dutyledger.liability.damage.Consequences.Priced;
import org.dutyledger.liability.damage.Windows.Window;
import org.dutyledger.liability.duty.Knowledge;
import org.dutyledger.liability.law.DamagesRules;
import org.dutyledger.liability.law.DutyRule;
import org.dutyledger.liability.law.Rulebook;

/**
 * By how much an hour of delay of an open duty raises the mean of the expected harm (rule 57) at
 * the current rate of outputs. An output counts once: under the duty to remedy while that is in
 * breach, else under the duty to warn if it lacks its warning. So the prices of all duties add up.
 */
final class HourPrices {

    private static final Set<Status> OPEN =
            EnumSet.of(Status.PENDING, Status.BREACH, Status.POLICY_BREACH, Status.NEEDS_FINDING);
    private static final MathContext SHOWN = new MathContext(12);

    private final Rulebook rulebook;
    private final DamagesRules.Potential rule;
    private final Evidence evidence;
    private final Knowledge knowledge;
    private final RiskEstimates estimates;
    private final Unremedied unremedied;
    private final Map<String, Rates> rates = new TreeMap<>();

    HourPrices(
            Rulebook rulebook,
            Evidence evidence,
            Knowledge knowledge,
            RiskEstimates estimates,
            Windows windows,
            Unremedied unremedied) {
        this.rulebook = rulebook;
        this.rule = rulebook.damages().potential();
        this.evidence = evidence;
        this.knowledge = knowledge;
        this.estimates = estimates;
        this.unremedied = unremedied;
        Map<String, List<Window>> byVersion =
                windows.all().stream().collect(groupingBy(Window::version, TreeMap::new, toList()));
        byVersion.forEach((version, all) -> {
            Rates rate = Rates.of(all);
            if (rate != null && knowledge.live(version, evidence.asOf())) {
                rates.put(version, rate);
            }
        });
    }

    /** Of every open duty, by rule, then about. */
    List<HourPrice> of(List<Duty> duties) {
        return duties.stream()
                .filter(it -> OPEN.contains(it.status()))
                .sorted(Comparator.comparing(Duty::rule).thenComparing(Duty::about))
                .map(this::price)
                .toList();
    }

    private HourPrice price(Duty duty) {
        if (rule.remedy() == DamagesRules.Potential.Unremedied.NEVER && !rule.unwarned()) {
            return not(duty, NotPriced.NO_DAMAGES);
        }
        if (rule.unwarned() && warns(duty)) {
            return warning(duty);
        }
        boolean remedies = duty.kind().equals("remediate");
        return switch (rule.remedy()) {
            case NEVER -> not(duty, NotPriced.NO_FORMULA);
            case IN_BREACH ->
                    duty.rule().equals(rule.rule())
                            ? remedy(duty, inBreach(duty))
                            : not(duty, remedies ? NotPriced.OTHER_DUTY : NotPriced.NO_FORMULA);
            case DISCOVERED -> remedies ? remedy(duty, true) : not(duty, NotPriced.NO_FORMULA);
        };
    }

    private boolean warns(Duty duty) {
        return rulebook.duties().stream()
                .anyMatch(it ->
                        it.citation().rule().equals(duty.rule())
                                && it instanceof DutyRule.VersionNotice notice
                                && notice.byTopics());
    }

    private static boolean inBreach(Duty duty) {
        return duty.breaches().stream().anyMatch(it -> it.to() == null);
    }

    private HourPrice remedy(Duty duty, boolean now) {
        RiskEstimates.Each each = estimates.of(duty.about());
        if (each == null) {
            return not(duty, NotPriced.NO_ESTIMATE);
        }
        List<Counted> counted = new ArrayList<>();
        rates.forEach((version, rate) -> {
            if (knowledge.affected(duty.about(), version)) {
                counted.add(new Counted(version, duty.about(), "outputs", rate.outputs(), each));
            }
        });
        return counted.isEmpty() ? not(duty, NotPriced.NO_OUTPUTS) : priced(duty, counted, now);
    }

    private HourPrice warning(Duty duty) {
        String version = duty.about();
        Rates rate = rates.get(version);
        List<Counted> counted = new ArrayList<>();
        boolean estimated = false;
        for (Map.Entry<String, RiskEstimates.Each> of : estimates.byRisk().entrySet()) {
            String risk = of.getKey();
            if (knowledge.affected(risk, version)) {
                estimated = true;
                if (rate != null && !unremedied.of(risk).contains(evidence.asOf())) {
                    counted.add(
                            new Counted(version, risk, "unwarned", rate.unwarned(), of.getValue()));
                }
            }
        }
        if (!estimated) {
            return not(duty, NotPriced.NO_ESTIMATE);
        }
        return rate == null
                ? not(duty, NotPriced.NO_OUTPUTS)
                : priced(duty, counted, inBreach(duty));
    }

    private static HourPrice priced(Duty duty, List<Counted> counted, boolean now) {
        Ratio sum = Ratio.ZERO;
        List<Part> parts = new ArrayList<>();
        for (Counted it : counted) {
            sum = sum.plus(it.amount());
            parts.add(it.part());
        }
        BigDecimal due = Cents.of(sum);
        return new HourPrice(
                duty.rule(),
                duty.about(),
                new Priced(now ? due : Cents.NONE, due, List.copyOf(parts)),
                null);
    }

    private static HourPrice not(Duty duty, NotPriced why) {
        return new HourPrice(duty.rule(), duty.about(), null, why);
    }

    /** Outputs of one version that count in an hour by one risk. */
    private record Counted(
            String version, String risk, String what, Ratio perHour, RiskEstimates.Each each) {

        Ratio amount() {
            return perHour.times(each.rate().mean()).times(each.loss().mean());
        }

        Part part() {
            return new Part(
                    version,
                    risk,
                    what,
                    perHour.decimal(SHOWN),
                    each.rate().mean().decimal(SHOWN),
                    each.loss().mean().decimal(SHOWN),
                    Cents.of(amount()));
        }
    }
}
