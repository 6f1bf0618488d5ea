package org.dutyledger.alerting.route;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What must agree; null: anything does. Models, rules and subjects may have {@code *} for any
 * characters.
 *
 * @param severities {@code S1} to {@code S4}, or {@code unrated}
 * @param kinds as {@link org.dutyledger.alerting.alert.Kind#wireName()}
 * @param parties one of which must be declared for the model
 * @param alerts ids
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Match(
        @Nullable List<String> models,
        @Nullable List<String> severities,
        @Nullable List<String> kinds,
        @Nullable List<String> parties,
        @Nullable List<String> rulebooks,
        @Nullable List<String> rules,
        @Nullable List<String> about,
        @Nullable List<String> alerts) {

    /** One alert alone. */
    public static Match alert(String id) {
        return new Match(null, null, null, null, null, null, null, List.of(id));
    }

    /** What does not agree, in words; null: all does. */
    @Nullable String refusal(Subject it) {
        if (no(models, it.model())) {
            return "model %s is none of %s".formatted(it.model(), models);
        }
        String severity = it.severity() == null ? "unrated" : it.severity().name();
        if (no(severities, severity)) {
            return "severity %s is none of %s".formatted(severity, severities);
        }
        if (no(kinds, it.kind().wireName())) {
            return "kind %s is none of %s".formatted(it.kind().wireName(), kinds);
        }
        if (parties != null && parties.stream().noneMatch(it.parties()::contains)) {
            return "none of the parties %s is declared for the model".formatted(parties);
        }
        if (no(rulebooks, it.rulebook())) {
            return "rulebook %s is none of %s".formatted(it.rulebook(), rulebooks);
        }
        if (no(rules, it.rule())) {
            return "rule %s is none of %s".formatted(it.rule(), rules);
        }
        if (no(about, it.about())) {
            return "%s is none of %s".formatted(it.about(), about);
        }
        return no(alerts, it.alert()) ? "it is another alert" : null;
    }

    /** Whether all agrees. */
    public boolean fits(Subject subject) {
        return refusal(subject) == null;
    }

    private static boolean no(@Nullable List<String> allowed, String found) {
        return allowed != null && allowed.stream().noneMatch(each -> glob(each, found));
    }

    /** Whether a text agrees with a pattern in which {@code *} stands for any characters. */
    static boolean glob(String pattern, String text) {
        if (!pattern.contains("*")) {
            return pattern.equals(text);
        }
        StringBuilder expression = new StringBuilder();
        for (String part : pattern.split("\\*+", -1)) {
            expression.append(expression.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.matches(expression.toString(), text);
    }
}
