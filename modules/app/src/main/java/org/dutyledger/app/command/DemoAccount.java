package org.dutyledger.app.command;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the ledger found in a history: model by model, and the duties that were missed most. */
final class DemoAccount {

    private static final String REMEDY = "CN-CC-1206-1";
    private static final int MISSED = 8;

    private final Service service;
    private final JsonNode models;
    private final String rulebook;

    DemoAccount(Service service, JsonNode models, String rulebook) {
        this.service = service;
        this.models = models;
        this.rulebook = rulebook;
    }

    void print(PrintWriter out) {
        var table =
                new Table(
                        "MODEL",
                        "FACTS",
                        "REMEDIES IN TIME",
                        "LATE",
                        "NONE ON RECORD",
                        "DUTIES BREACHED NOW",
                        "NEXT DUE",
                        "EXPOSURE");
        ObjectNode account = json();
        for (JsonNode each : account.get("models")) {
            table.row(
                    Answer.text(each, "/model"),
                    Answer.text(each, "/facts"),
                    Answer.text(each, "/remedies/inTime"),
                    Answer.text(each, "/remedies/late"),
                    Answer.text(each, "/remedies/noneOnRecord"),
                    Answer.text(each, "/openBreaches"),
                    Answer.minute(each, "/nextDue/due"),
                    Answer.exposure(each));
        }
        table.print(out);
        out.printf(
                "%nRemedied, but late (%s under policy demo/P1), the longest first:%n", rulebook);
        var missed = new Table("MODEL", "RISK", "DUE", "REMEDIED", "HOURS LATE");
        for (JsonNode each : account.get("longest")) {
            missed.row(
                    Answer.text(each, "/model"),
                    Answer.text(each, "/about"),
                    Answer.minute(each, "/due"),
                    Answer.minute(each, "/satisfied"),
                    Answer.text(each, "/hours"));
        }
        missed.print(out);
    }

    ObjectNode json() {
        ObjectNode account = new JsonMapper().createObjectNode();
        account.put("rulebook", rulebook);
        ArrayNode rows = account.putArray("models");
        ArrayNode longest = account.putArray("longest");
        List<JsonNode> remedies =
                service.all("/duties", Map.of("rule", REMEDY, "rulebook", rulebook), "items")
                        .get("items")
                        .valueStream()
                        .toList();
        for (JsonNode model : models.get("items")) {
            rows.add(model(model, remedies));
        }
        remedies.stream()
                .filter(duty -> is(duty, "SATISFIED", true))
                .sorted(Comparator.comparing(DemoAccount::hours).reversed())
                .limit(MISSED)
                .forEach(duty ->
                        longest.addObject()
                                .put("model", Answer.text(duty, "/model"))
                                .put("about", Answer.text(duty, "/about"))
                                .put("due", Answer.text(duty, "/due"))
                                .put("satisfied", Answer.text(duty, "/satisfied"))
                                .put("hours", hours(duty)));
        return account;
    }

    private ObjectNode model(JsonNode model, List<JsonNode> remedies) {
        String name = Answer.text(model, "/model");
        List<JsonNode> own =
                remedies.stream().filter(duty -> Answer.text(duty, "/model").equals(name)).toList();
        ObjectNode row = new JsonMapper().createObjectNode();
        row.put("model", name).put("facts", model.path("facts").asLong());
        row.putObject("remedies")
                .put("inTime", own.stream().filter(duty -> is(duty, "SATISFIED", false)).count())
                .put("late", own.stream().filter(duty -> is(duty, "SATISFIED", true)).count())
                .put("noneOnRecord", own.stream().filter(DemoAccount::open).count());
        standing(model)
                .ifPresent(standing -> {
                    row.set("openBreaches", standing.path("openBreaches"));
                    if (standing.has("nextDue")) {
                        row.set("nextDue", standing.get("nextDue"));
                    }
                    if (standing.has("exposure")) {
                        row.set("exposure", standing.get("exposure"));
                    }
                });
        return row;
    }

    private Optional<JsonNode> standing(JsonNode model) {
        return model.path("standings")
                .valueStream()
                .filter(each -> Answer.text(each, "/rulebook").equals(rulebook))
                .findFirst();
    }

    private static boolean is(JsonNode duty, String status, boolean late) {
        return Answer.text(duty, "/status").equals(status) && duty.path("late").asBoolean() == late;
    }

    private static boolean open(JsonNode duty) {
        return List.of("PENDING", "BREACH", "POLICY_BREACH", "NEEDS_FINDING")
                .contains(Answer.text(duty, "/status"));
    }

    private static BigDecimal hours(JsonNode duty) {
        return duty.path("breaches")
                .valueStream()
                .map(each -> each.path("hours").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
