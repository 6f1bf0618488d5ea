package org.dutyledger.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dutyledger.app.service.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * All models of a provider as one, asked by the command line of a real service, against a
 * combination by hand. Everything was served in breach, so {@code N} is all outputs:
 *
 * <pre>
 * a: 100 outputs, harm rate 0.1/0.2/0.3 (mean 0.2, variance 1/900), loss 10 sure
 *    one output: mean 2, variance (1/900 + 0.04) x 100 - 0.04 x 100 = 1/9
 *    mean 200, variance 100 x 100 x 1/9 = 10000/9;  p90 243.90
 * b: 50 outputs, harm rate 0.1 sure, loss 0/30/60 (mean 30, variance 100)
 *    one output: mean 3, variance 0.01 x 1000 - 0.01 x 900 = 1
 *    mean 150, variance 50 x 50 x 1 = 2500;  p90 215.71
 * both: mean 350, variance 10000/9 + 2500 = 32500/9
 *    1 + variance/mean^2 = 1.0294784...; median 344.95, p90 429.17, less than both together
 * </pre>
 */
class ProviderTest {

    private static final String AS_OF = "2026-07-01T00:00:00Z";

    @TempDir private Path folder;

    @Test
    void severalModelsAreJoinedByTheirMeansAndVariances() throws Exception {
        Map<String, Object> settings =
                Map.of(
                        "dutyledger.data",
                        folder.resolve("data").toString(),
                        "server.port",
                        0,
                        "dutyledger.judge.policy",
                        "classpath:demo/policy.yaml");
        try (RunningService service = RunningService.start(settings)) {
            Ran sent = Ran.command("import", facts().toString(), "--server", service.url());
            assertThat(sent.exitStatus()).as(sent.err()).isZero();
            assertThat(sent.json().at("/0/recorded").asInt()).isEqualTo(8);

            JsonNode joint = exposure(service.url(), "--as-of", AS_OF).json();
            assertThat(joint.get("asOf").asString()).isEqualTo(AS_OF);
            assertThat(spread(joint.at("/models/0"))).containsExactly("200.00", "159.57", "243.90");
            assertThat(spread(joint.at("/models/1"))).containsExactly("150.00", "93.88", "215.71");
            assertThat(spread(joint.get("exposure"))).containsExactly("350.00", "277.26", "429.17");
            assertThat(joint.at("/exposure/realised/total/likely").asString()).isEqualTo("140.00");

            assertThat(
                            spread(
                                    exposure(service.url(), "--as-of", "2026-05-01T00:00:00Z")
                                            .json()
                                            .get("exposure")))
                    .containsOnly("0.00");
            assertThat(
                            spread(
                                    exposure(
                                                    service.url(),
                                                    "--as-of",
                                                    AS_OF,
                                                    "--known-at",
                                                    "2020-01-01T00:00:00Z")
                                            .json()
                                            .get("exposure")))
                    .containsOnly("0.00");
            asPeopleReadIt(service.url());
        }
    }

    private static void asPeopleReadIt(String url) {
        Ran table = exposure(url, "--as-of", AS_OF, "--format", "table");
        assertThat(table.out())
                .startsWith("twin as of " + AS_OF)
                .contains("twin/a", "twin/b", "all together", "350.00");
        assertThat(why(url, "twin/a", "by-risk").out()).contains("风险R使预期损害均值增加200.00 CNY", "民法典");
        assertThat(why(url, "twin/b", "one-more-hour").out()).contains("每小时", "6.25 CNY");
        Ran unknown =
                Ran.command(
                        "exposure",
                        "--provider",
                        "nobody",
                        "--rulebook",
                        "cn-product",
                        "--server",
                        url);
        assertThat(unknown.exitStatus()).isEqualTo(1);
        Ran mixed = Ran.command("exposure", "twin/a", "--as-of", AS_OF, "--server", url);
        assertThat(mixed.exitStatus()).isEqualTo(2);
    }

    private static Ran why(String url, String model, String part) {
        return Ran.command(
                "explain",
                model,
                part,
                "R",
                "--rulebook",
                "cn-product",
                "--as-of",
                AS_OF,
                "--lang",
                "zh",
                "--format",
                "table",
                "--server",
                url);
    }

    private static Ran exposure(String url, String... more) {
        var words =
                new ArrayList<>(
                        List.of(
                                "exposure",
                                "--provider",
                                "twin",
                                "--rulebook",
                                "cn-product",
                                "--server",
                                url));
        words.addAll(List.of(more));
        Ran ran = Ran.command(words);
        assertThat(ran.exitStatus()).as(ran.err()).isZero();
        return ran;
    }

    /** Mean, p10 and p90. */
    private static List<String> spread(JsonNode part) {
        JsonNode potential = part.get("potential");
        return List.of(
                potential.get("mean").asString(),
                potential.get("p10").asString(),
                potential.get("p90").asString());
    }

    private Path facts() throws IOException {
        List<String> lines = new ArrayList<>();
        model(lines, "a", 100, "0.1 0.2 0.3", "10 10 10", "100.00");
        model(lines, "b", 50, "0.1 0.1 0.1", "0 30 60", "40.00");
        return Files.write(folder.resolve("facts.jsonl"), lines);
    }

    private static void model(
            List<String> lines, String model, int outputs, String rate, String loss, String harm) {
        fact(
                lines,
                model,
                "model.released",
                "2026-01-01T00:00:00Z",
                "{\"version\": \"v1\", \"jurisdictions\": [\"CN\"], \"topics\": [\"general\"]}");
        fact(
                lines,
                model,
                "risk.confirmed",
                "2026-02-01T00:00:00Z",
                """
                {"risk": "R", "severity": "S1", "versions": ["v1"], "estimate": {"harmRate": \
                {"low": %s, "likely": %s, "high": %s}, "lossPerHarm": {"low": "%s.00", "likely": \
                "%s.00", "high": "%s.00", "currency": "CNY"}}}\
                """
                        .formatted((Object[]) (rate + " " + loss).split(" ")));
        fact(
                lines,
                model,
                "coverage.observed",
                "2026-06-02T00:00:00Z",
                """
                {"version": "v1", "from": "2026-06-01T00:00:00Z", "to": "2026-06-02T00:00:00Z", \
                "outputs": %d, "warned": %d}\
                """
                        .formatted(outputs, outputs));
        fact(
                lines,
                model,
                "harm.recorded",
                "2026-06-03T00:00:00Z",
                """
                {"harm": "H", "version": "v1", "risk": "R", "outputAt": "2026-06-01T12:00:00Z", \
                "harmAt": "2026-06-02T00:00:00Z", "items": [{"head": "property", "amount": \
                {"amount": "%s", "currency": "CNY"}}]}\
                """
                        .formatted(harm));
    }

    private static void fact(
            List<String> lines, String model, String type, String time, String data) {
        lines.add(
                """
                {"specversion": "1.0", "id": "%s-%d", "source": "/providers/twin/test", "subject": \
                "%s", "type": "org.dutyledger.%s.v1", "time": "%s", "partitionkey": "twin/%s", \
                "datacontenttype": "application/json", "data": %s}\
                """
                        .formatted(model, lines.size(), model, type, time, model, data));
    }
}
