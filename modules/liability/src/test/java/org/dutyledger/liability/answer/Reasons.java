package org.dutyledger.liability.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Duty.Status;
import org.dutyledger.contract.Fact;
import org.dutyledger.liability.answer.Explanation.Figure;
import org.dutyledger.liability.damage.Consequences.NotPriced;
import org.dutyledger.liability.damage.JudgedDamages;
import org.dutyledger.liability.law.Language;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Wording;

/** Holds explanations to an answer, field by field, and to their own arithmetic. */
public final class Reasons {

    /** Fields that are no statement about the model, or that another one states. */
    private static final Set<String> BESIDES =
            Set.of(
                    // what was asked
                    "Assessment.asOf",
                    "Assessment.knownAt",
                    "Law.rulebook",
                    "Law.rulebookDigest",
                    "Law.policy",
                    "Law.policyDigest",
                    "ModelId.provider",
                    "ModelId.model",
                    // what a duty asks for stands in its rule
                    "Duty.kind",
                    // the unrounded operands of the quantiles: their arithmetic is recomputed
                    "Ratio.numerator",
                    "Ratio.denominator");

    /** What an explanation says of a field that is true, or not. */
    private static final Map<String, Map<Boolean, Wording>> YES_OR_NO =
            Map.of(
                    "Duty.late", Map.of(true, new Wording(", late", "逾期")),
                    "Kept.late", Map.of(true, new Wording(", late", "逾期")),
                    "Claim.joint", Map.of(true, new Wording("joint and several", "连带责任")),
                    "AskedRemedy.limited",
                            Map.of(
                                    true, new Wording("limitation runs against it", "适用诉讼时效"),
                                    false,
                                            new Wording(
                                                    "no limitation runs against it", "不适用诉讼时效")));

    /** Contract texts in English: their numbers stand in both languages. */
    private static final Set<String> SENTENCES = Set.of("NeededFinding.effect");

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    private final Set<String> shown = new TreeSet<>();

    private Reasons() {}

    /** The fields of an answer that an explanation must say. */
    static Set<String> fields() {
        Set<String> fields = new TreeSet<>();
        collect(Assessment.class, fields);
        fields.removeAll(BESIDES);
        return fields;
    }

    private static void collect(Type type, Set<String> fields) {
        if (type instanceof ParameterizedType it) {
            collect(it.getActualTypeArguments()[0], fields);
        } else if (type instanceof Class<?> it && it.isRecord()) {
            for (RecordComponent each : it.getRecordComponents()) {
                Type of = each.getGenericType();
                boolean inner =
                        of instanceof ParameterizedType list
                                ? ((Class<?>) list.getActualTypeArguments()[0]).isRecord()
                                : ((Class<?>) of).isRecord();
                if (inner && of != Wording.class) {
                    collect(of, fields);
                } else {
                    fields.add(name(it, each));
                }
            }
        }
    }

    private static String name(Class<?> type, RecordComponent component) {
        return type.getSimpleName() + "." + component.getName();
    }

    /** Holds every field of an answer to its explanation; returns those that it has. */
    public static Set<String> check(
            Assessment answer, Rulebook rulebook, Policy policy, Collection<Fact> facts) {
        Reasons reasons = new Reasons();
        AnswerExplanation parts = new AnswerExplanation(answer, rulebook, policy, facts);
        JudgedDamages damages = answer.damages();
        var besides = damages.consequences();
        reasons.whole(parts, "exposure", damages.realised());
        damages.items().forEach(it -> reasons.whole(parts, "exposure", it));
        reasons.potential(parts, damages.potential());
        reasons.each(parts, "by-risk", damages.potential().byRisk());
        reasons.each(parts, "parties", damages.parties());
        reasons.each(parts, "defects", damages.defects());
        reasons.each(parts, "needs-finding", damages.needsFinding());
        reasons.each(parts, "time-bars", damages.timeBars());
        reasons.each(parts, "defences", damages.defences());
        reasons.each(parts, "presumptions", damages.presumptions());
        reasons.each(parts, "claims", damages.claims());
        reasons.each(
                parts,
                "recourse",
                damages.claims().stream().flatMap(it -> it.recourse().stream()).toList());
        reasons.each(parts, "penalties", besides.penalties());
        reasons.each(parts, "costs", besides.costs());
        reasons.each(parts, "causation", besides.causation());
        reasons.each(parts, "one-more-hour", besides.oneMoreHour());
        reasons.each(parts, "quality", answer.quality());
        DutyExplanation duties = new DutyExplanation(answer, rulebook, policy, facts);
        for (Duty duty : answer.duties()) {
            reasons.record(duty, duties.of(duty.rule(), duty.about()));
        }
        return reasons.shown;
    }

    private void whole(AnswerExplanation parts, String part, Object of) {
        Explanation why = parts.of(part, null);
        check(why);
        record(of, why);
    }

    private void potential(AnswerExplanation parts, JudgedDamages.Potential potential) {
        Explanation why = parts.of("potential", null);
        check(why);
        for (RecordComponent each : JudgedDamages.Potential.class.getRecordComponents()) {
            if (!each.getName().equals("byRisk")) {
                field(JudgedDamages.Potential.class, each, potential, why);
            }
        }
    }

    private void each(AnswerExplanation parts, String part, List<?> of) {
        List<Entry> entries = parts.entries(part);
        assertThat(entries).as(part).hasSameSizeAs(of);
        for (int i = 0; i < of.size(); i++) {
            check(entries.get(i).why());
            record(of.get(i), entries.get(i).why());
        }
    }

    private void record(Object of, Explanation why) {
        for (RecordComponent each : of.getClass().getRecordComponents()) {
            field(of.getClass(), each, of, why);
        }
    }

    private void field(Class<?> type, RecordComponent component, Object of, Explanation why) {
        String name = name(type, component);
        if (BESIDES.contains(name)) {
            return;
        }
        try {
            component.getAccessor().setAccessible(true);
            value(name, component.getAccessor().invoke(of), why);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void value(String name, Object value, Explanation why) {
        switch (value) {
            case null -> {}
            case Collection<?> all -> all.forEach(it -> value(name, it, why));
            case Record it when !(it instanceof Wording) -> record(it, why);
            default -> {
                shown.add(name);
                for (Language language : Language.values()) {
                    said(name, value, why.text(language), language);
                }
            }
        }
    }

    private static void said(String name, Object value, String text, Language language) {
        switch (value) {
            case BigDecimal it -> assertThat(text).as(name).containsPattern(number(it));
            case BigInteger it ->
                    assertThat(text).as(name).containsPattern(number(new BigDecimal(it)));
            case Integer it ->
                    assertThat(text).as(name).containsPattern(number(new BigDecimal(it)));
            case Duration it -> {
                String hours = Figures.hours(it).stripTrailingZeros().toPlainString();
                String zero = Figures.hours(it).signum() == 0 ? "0" : hours;
                assertThat(
                                it.isZero()
                                        || text.contains(
                                                zero + (language == Language.EN ? " h" : "小时")))
                        .as(name + " " + it + " in " + text)
                        .isTrue();
            }
            case Instant it -> assertThat(text).as(name).contains(it.toString());
            case Boolean it -> {
                Map<Boolean, Wording> words = YES_OR_NO.get(name);
                assertThat(words).as("words for " + name).isNotNull();
                if (words.containsKey(it)) {
                    assertThat(text).as(name).contains(words.get(it).in(language));
                }
            }
            case Status it -> assertThat(text).as(name).contains(LawWords.status(it).in(language));
            case Wording it -> assertThat(text).as(name).contains(it.in(language));
            case NotPriced it -> assertThat(text).as(name).contains(it.says().in(language));
            case String it -> text(name, it, text, language);
            default -> throw new AssertionError("nothing says " + name + ": " + value);
        }
    }

    private static void text(String name, String value, String text, Language language) {
        if (SENTENCES.contains(name) && language == Language.ZH) {
            Matcher numbers = NUMBER.matcher(value);
            while (numbers.find()) {
                assertThat(text).as(name).contains(numbers.group());
            }
            return;
        }
        String term =
                switch (name) {
                    case "Causation.finding" -> "causation-" + value;
                    case "Duty.grade" -> "grade-" + value;
                    default -> value;
                };
        String words = Terms.orName(term).in(language);
        assertThat(text.contains(value) || text.contains(words))
                .as("%s: %s or %s in%n%s", name, value, words, text)
                .isTrue();
    }

    /** The number as it is or with two decimals, no part of another. */
    private static Pattern number(BigDecimal value) {
        String plain = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        return Pattern.compile(
                "(?<![\\d.])(?:%s|%s|%s)(?![\\d]|\\.\\d)"
                        .formatted(
                                Pattern.quote(value.toPlainString()),
                                Pattern.quote(plain),
                                Pattern.quote(Figures.amount(value))));
    }

    static List<Explanation> all(Explanation why) {
        List<Explanation> all = new ArrayList<>(List.of(why));
        why.because().forEach(it -> all.addAll(all(it)));
        return all;
    }

    /** Arithmetic, ends and languages of a whole tree. */
    static void check(Explanation why) {
        assertThat(all(why)).as(why.text(Language.EN)).anyMatch(it -> it.ground() != null);
        for (Explanation it : all(why)) {
            assertThat(it.says().zh()).as(it.says().en()).isNotBlank();
            boolean words = it.says().en().split(" ").length > 3;
            assertThat(!words || it.says().zh().matches("(?s).*\\p{IsHan}.*"))
                    .as(it.says().zh())
                    .isTrue();
            if (it.figure() != null && it.figure().by() != Figure.Operation.GIVEN) {
                BigDecimal got = recomputed(it);
                BigDecimal stated = it.figure().value();
                BigDecimal off = got.subtract(stated).abs();
                assertThat(off)
                        .as(it.text(Language.EN))
                        .isLessThanOrEqualTo(
                                it.figure().by().name().startsWith("P")
                                                && it.figure().by() != Figure.Operation.PRODUCT
                                        ? stated.abs().movePointLeft(9).add(new BigDecimal("0.01"))
                                        : stated.abs().movePointLeft(30));
            }
        }
    }

    private static BigDecimal recomputed(Explanation why) {
        List<BigDecimal> of =
                why.because().stream()
                        .filter(it -> it.figure() != null)
                        .map(it -> it.figure().value())
                        .toList();
        BigDecimal value =
                switch (why.figure().by()) {
                    case GIVEN -> why.figure().value();
                    case SUM -> of.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                    case PRODUCT -> of.stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
                    case GREATEST -> of.stream().reduce(BigDecimal::max).orElseThrow();
                    case DIFFERENCE -> of.get(0).subtract(of.get(1));
                    case QUOTIENT -> of.get(0).divide(of.get(1), MathContext.DECIMAL128);
                    case FLOOR -> of.get(0).setScale(0, RoundingMode.FLOOR);
                    case P10 -> quantile(of, -1.2815515655446004);
                    case P50 -> quantile(of, 0);
                    case P90 -> quantile(of, 1.2815515655446004);
                };
        int places = why.figure().value().scale();
        boolean shown = places == 1 || places == 2;
        return shown ? value.setScale(places, RoundingMode.HALF_UP) : value;
    }

    private static BigDecimal quantile(List<BigDecimal> of, double z) {
        double mean = of.get(0).doubleValue();
        if (mean == 0) {
            return BigDecimal.ZERO;
        }
        double spread = 1 + of.get(1).doubleValue() / (mean * mean);
        return BigDecimal.valueOf(
                mean / Math.sqrt(spread) * Math.exp(z * Math.sqrt(Math.log(spread))));
    }
}
