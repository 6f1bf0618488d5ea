package org.dutyledger.liability.law;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dutyledger.liability.law.DamagesRules.Basis;
import org.dutyledger.liability.law.DamagesRules.DefectSource;
import org.dutyledger.liability.law.DamagesRules.Defence;
import org.dutyledger.liability.law.DamagesRules.MentalGate;
import org.dutyledger.liability.law.DamagesRules.Potential;
import org.dutyledger.liability.law.DamagesRules.Presumption;
import org.dutyledger.liability.law.DamagesRules.Punitive;
import org.dutyledger.liability.law.DamagesRules.TimeBar;
import org.jspecify.annotations.Nullable;

/** Reads a rulebook's {@code damages}. */
final class DamagesReader {

    /** The parts of {@code damages} whose rows are cited by an answer. */
    static final List<String> CITED =
            List.of(
                    "regime",
                    "heads",
                    "presumed_leak",
                    "defences",
                    "presumptions",
                    "time_bars",
                    "punitive");

    private DamagesReader() {}

    static DamagesRules read(Fields part) {
        Map<String, String> heads = new LinkedHashMap<>();
        for (Fields row : part.list("heads")) {
            row.texts("heads").forEach(head -> heads.put(head, row.text("rule")));
        }
        return new DamagesRules(
                part.word("basis", Basis.class),
                heads,
                professionalExcluded(part),
                part.word("mental", MentalGate.class),
                part.list("defects").stream()
                        .map(row -> new DefectSource(row.text("rule"), row.text("type")))
                        .toList(),
                part.textOrNull("expanded_by_breach_of"),
                part.list("defences").stream().map(DamagesReader::defence).toList(),
                part.list("presumptions").stream().map(DamagesReader::presumption).toList(),
                part.list("time_bars").stream().map(DamagesReader::timeBar).toList(),
                part.list("punitive").stream().map(DamagesReader::punitive).toList(),
                presumedLeak(part),
                part.dateOrNull("placed_from"),
                potential(part.at("potential")),
                citations(part));
    }

    private static Set<String> professionalExcluded(Fields part) {
        Set<String> heads = new LinkedHashSet<>();
        for (Fields row : part.list("heads")) {
            heads.addAll(row.texts("not_if_professional"));
        }
        return heads;
    }

    private static Defence defence(Fields row) {
        return new Defence(
                row.text("rule"),
                row.word("proven_by", Defence.Proof.class),
                row.word("lost", Defence.Loss.class));
    }

    private static Presumption presumption(Fields row) {
        return new Presumption(
                row.text("rule"),
                row.text("of"),
                row.textOrNull("in_breach_of"),
                row.text("state"));
    }

    private static TimeBar timeBar(Fields row) {
        return new TimeBar(
                row.text("rule"),
                row.number("years"),
                row.word("from", TimeBar.From.class),
                row.flag("extinguishes"),
                row.has("latent_years") ? row.number("latent_years") : null);
    }

    private static Punitive punitive(Fields row) {
        return new Punitive(
                row.text("rule"),
                row.word("gate", Punitive.Gate.class),
                row.number("multiple"),
                row.word("base", Punitive.Base.class),
                row.textOrNull("floor"),
                row.flag("cap_only"));
    }

    private static @Nullable String presumedLeak(Fields part) {
        List<Fields> rows = part.list("presumed_leak");
        return rows.isEmpty() ? null : rows.getFirst().text("rule");
    }

    private static Potential potential(Fields part) {
        return new Potential(
                part.flag("unwarned"),
                part.word("unremedied", Potential.Unremedied.class),
                part.textOrNull("in_breach_of"));
    }

    private static Map<String, Citation> citations(Fields part) {
        Map<String, Citation> citations = new LinkedHashMap<>();
        for (String key : CITED) {
            for (Fields row : part.list(key)) {
                citations.put(row.text("rule"), row.citation());
            }
        }
        return citations;
    }
}
