package org.dutyledger.liability.law;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dutyledger.liability.law.Rulebook.Limit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where a policy would loosen a number of a statute, or speaks of money of another currency. */
final class PolicyLimits {

    private PolicyLimits() {}

    static List<Problem> problems(JsonNode policy, Rulebook rulebook) {
        List<Problem> problems = new ArrayList<>();
        for (Limit limit : rulebook.limits()) {
            String path = "/" + limit.policy().replace('.', '/');
            JsonNode value = policy.at(path);
            if (!value.isMissingNode() && loosens(value, limit)) {
                problems.add(new Problem(path, sentence(value, limit)));
            }
        }
        String currency = rulebook.currency();
        for (Map.Entry<String, JsonNode> each : policy.path("incomes").properties()) {
            String found = each.getValue().at("/medianDisposable/currency").stringValue();
            if (each.getKey().equals(rulebook.jurisdiction()) && !found.equals(currency)) {
                problems.add(
                        new Problem(
                                "/incomes/" + each.getKey() + "/medianDisposable/currency",
                                "expected %s, the currency of the law of %s; found %s"
                                        .formatted(currency, each.getKey(), found)));
            }
        }
        return problems;
    }

    private static boolean loosens(JsonNode value, Limit limit) {
        return exceeds(value, limit.max(), 1) || exceeds(value, limit.min(), -1);
    }

    private static boolean exceeds(JsonNode value, @Nullable String bound, int direction) {
        if (bound == null) {
            return false;
        }
        int order =
                value.isString()
                        ? Duration.parse(value.stringValue()).compareTo(Duration.parse(bound))
                        : value.decimalValue().compareTo(new BigDecimal(bound));
        return order * direction > 0;
    }

    private static String sentence(JsonNode value, Limit limit) {
        return "looser than the statute: %s (%s) allows %s %s, found %s"
                .formatted(
                        limit.citation().rule(),
                        limit.citation().article(),
                        limit.max() == null ? "at least" : "at most",
                        limit.max() == null ? limit.min() : limit.max(),
                        value.asString());
    }
}
