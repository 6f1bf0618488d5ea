package org.dutyledger.liability.law;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dutyledger.contract.FactData.Severity;
import org.dutyledger.contract.Money;
import tools.jackson.databind.JsonNode;

/** Reads policies from their YAML, strictly (schema {@code /schemas/policy.json}). */
public final class PolicyReader {

    private PolicyReader() {}

    /**
     * Reads a policy and holds it against the statutes.
     *
     * @param rulebooks those whose limits it must keep and whose currencies it must use
     * @throws InvalidLawException with everything that is wrong with it
     */
    public static Policy read(String yaml, List<Rulebook> rulebooks) {
        JsonNode document = Yaml.read(yaml);
        List<Problem> problems = new ArrayList<>(LawSchema.POLICY.problems(document));
        if (problems.isEmpty()) {
            for (Rulebook rulebook : rulebooks) {
                problems.addAll(PolicyLimits.problems(document, rulebook));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidLawException(
                    YamlLines.of(yaml).place(problems.stream().distinct().toList()));
        }
        return policy(new Fields(document), Yaml.digest(document));
    }

    private static Policy policy(Fields document, String digest) {
        Map<Severity, Duration> remediate = new EnumMap<>(Severity.class);
        document.map("remediate")
                .forEach((s, text) -> remediate.put(Severity.valueOf(s), duration(text)));
        Map<String, Money> incomes = new LinkedHashMap<>();
        document.map("incomes")
                .forEach((place, each) -> incomes.put(place, money(each.at("medianDisposable"))));
        Map<String, Policy.Calendar> calendar = new LinkedHashMap<>();
        document.map("calendar")
                .forEach((place, days) ->
                        calendar.put(
                                place,
                                new Policy.Calendar(
                                        dates(days, "holidays"), dates(days, "workdays"))));
        return new Policy(
                document.text("policy"),
                digest,
                document.text("effective"),
                discovery(document.at("discovery")),
                remediate,
                immediate(document.at("immediate")),
                remedyEffective(document.at("remedyEffective")),
                warn(document.at("warn")),
                duration(document.at("monitor").at("every")),
                document.word("reportClock", Policy.ReportClock.class),
                decimal(document.at("dueSoon")),
                document.number("repeat"),
                incomes,
                calendar);
    }

    private static Policy.Discovery discovery(Fields part) {
        return new Policy.Discovery(
                part.flag("confirmed"), part.number("reports"), duration(part.at("within")));
    }

    private static Policy.Immediate immediate(Fields part) {
        return new Policy.Immediate(
                duration(part.at("notifyConsumers")),
                duration(part.at("reportAuthority")),
                duration(part.at("act")),
                duration(part.at("personalInformation")));
    }

    private static Policy.RemedyEffective remedyEffective(Fields part) {
        return new Policy.RemedyEffective(
                decimal(part.at("recurrence")),
                duration(part.at("window")),
                "effective".equals(part.textOrNull("unmeasured")));
    }

    private static Policy.Warn warn(Fields part) {
        return new Policy.Warn(
                new LinkedHashSet<>(part.texts("topics")),
                decimal(part.at("coverage")),
                new LinkedHashSet<>(part.texts("placements")));
    }

    private static Set<LocalDate> dates(Fields part, String key) {
        Set<LocalDate> dates = new LinkedHashSet<>();
        part.texts(key).forEach(each -> dates.add(LocalDate.parse(each)));
        return dates;
    }

    private static Duration duration(Fields text) {
        return Duration.parse(text.node().stringValue());
    }

    private static BigDecimal decimal(Fields number) {
        return number.node().decimalValue();
    }

    private static Money money(Fields part) {
        return new Money(new BigDecimal(part.text("amount")), part.text("currency"));
    }
}
