package org.dutyledger.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.app.service.RunningService;
import org.dutyledger.embedded.TestDatabase;
import org.dutyledger.embedded.TestKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole walk on real servers: a history through Kafka into the record, judged, asked over REST,
 * and asked again after a restart on the same data.
 */
class WalkTest {

    private static final String RULEBOOK = "cn-product";
    private static final String AS_OF = "2026-09-01T00:00:00Z";

    /** Later than any recording: then the record times of service and file play no part. */
    private static final String KNOWN_AT = "2100-01-01T00:00:00Z";

    private static final List<String> MODELS =
            List.of(
                    "1panel-dev/maxkb",
                    "gradio-app/gradio",
                    "lunary-ai/lunary",
                    "mintplex-labs/anything-llm",
                    "mudler/localai",
                    "qdrant/qdrant");

    @TempDir private Path folder;

    @Test
    void aHistoryIsRecordedJudgedAndFoundAgain() throws Exception {
        Map<String, Object> servers = servers();

        JsonNode first = demo(servers);
        assertThat(first.get("models").valueStream().map(each -> each.path("model").asString()))
                .containsExactlyElementsOf(MODELS);
        assertThat(remedies(first, "lunary-ai/lunary")).containsExactly(20, 11, 12);
        assertThat(remedies(first, "gradio-app/gradio")).startsWith(12, 0);
        assertThat(first.at("/longest/0/about").asString()).isEqualTo("CVE-2024-1741");
        assertThat(first.at("/longest/0/hours").asString()).isEqualTo("1086.4");

        try (RunningService again = RunningService.start(settings(servers))) {
            for (String model : MODELS) {
                assertThat(served(again, model)).as(model).isEqualTo(assessed(model));
            }
            sentAgainChangesNothing(again.url());
            Ran replay = Ran.command("replay", "--check", "--server", again.url());
            assertThat(replay.exitStatus()).as(replay.out()).isZero();
            assertThat(replay.json()).hasSize(MODELS.size());
            asksOfAPerson(again.url());
            follows(again.url());
        }
    }

    private JsonNode demo(Map<String, Object> servers) {
        var words = new ArrayList<>(List.of("demo", "--exit", "--format", "json"));
        settings(servers)
                .forEach((name, value) -> words.addAll(List.of("--set", name + "=" + value)));
        Ran ran = Ran.command(words);
        assertThat(ran.exitStatus()).as(ran.err()).isZero();
        return ran.json();
    }

    private static List<Integer> remedies(JsonNode account, String model) {
        JsonNode remedies =
                account.get("models")
                        .valueStream()
                        .filter(each -> each.path("model").asString().equals(model))
                        .findFirst()
                        .orElseThrow()
                        .get("remedies");
        return List.of(
                remedies.path("inTime").asInt(),
                remedies.path("late").asInt(),
                remedies.path("noneOnRecord").asInt());
    }

    private static void sentAgainChangesNothing(String url) {
        Ran again =
                Ran.command("import", resource("demo/history.jsonl").toString(), "--server", url);
        assertThat(again.exitStatus()).as(again.err()).isZero();
        assertThat(again.json().at("/0/duplicate").asInt()).isEqualTo(879);
        assertThat(again.json().at("/0/recorded").asInt()).isZero();
    }

    private static void asksOfAPerson(String url) {
        Ran why =
                Ran.command(
                        "explain",
                        "lunary-ai/lunary",
                        "CN-CC-1206-1",
                        "CVE-2024-1741",
                        "--format",
                        "table",
                        "--lang",
                        "zh",
                        "--server",
                        url);
        assertThat(why.out()).contains("1086.4小时", "民法典");
        Ran open =
                Ran.command(
                        "duties",
                        "lunary-ai/lunary",
                        "--status",
                        "POLICY_BREACH",
                        "--kind",
                        "remediate",
                        "--server",
                        url);
        assertThat(open.json().get("items")).isNotEmpty();
        assertThat(Ran.command("duties", "nobody/none", "--server", url).exitStatus()).isEqualTo(1);
        assertThat(Ran.command("rejected", "list", "--server", url).json().get("items")).isEmpty();
    }

    private static void follows(String url) {
        Ran all = Ran.command("feed", "--server", url, "--format", "json");
        List<String> lines = all.out().lines().toList();
        assertThat(lines).hasSizeGreaterThan(100);
        assertThat(all.err()).contains("next: --after ");
        String tenth = JsonMapper.shared().readTree(lines.get(9)).path("id").asString();
        Ran rest =
                Ran.command("feed", "--after", tenth, "--follow", "--limit", "5", "--server", url);
        assertThat(rest.out().lines()).containsExactlyElementsOf(lines.subList(10, 15));
        Ran table =
                Ran.command(
                        "feed",
                        "--model",
                        "lunary-ai/lunary",
                        "--kind",
                        "remediate",
                        "--format",
                        "table",
                        "--server",
                        url);
        assertThat(table.out()).contains("SEQUENCE", "CN-CC-1206-1").doesNotContain("gradio");
        Ran snapshot = Ran.command("feed", "snapshot", "--server", url);
        assertThat(snapshot.out().lines().findFirst().orElseThrow()).contains("\"snapshot\"");
        Ran csv = Ran.command("feed", "snapshot", "--as", "csv", "--server", url);
        assertThat(csv.out()).startsWith("sequence,model,rulebook");
        assertThat(Ran.command("feed", "--after", "99999999", "--server", url).exitStatus())
                .isEqualTo(2);
    }

    private static String served(RunningService service, String model)
            throws IOException, InterruptedException {
        URI uri =
                URI.create(
                        "%s/api/v1/models/%s/assessment?rulebook=%s&asOf=%s&knownAt=%s"
                                .formatted(service.url(), model, RULEBOOK, AS_OF, KNOWN_AT));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(uri).build(),
                            BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
        }
    }

    private static String assessed(String model) {
        Ran ran =
                Ran.command(
                        "assess",
                        "--facts",
                        resource("demo/history.jsonl").toString(),
                        "--policy",
                        resource("demo/policy.yaml").toString(),
                        "--rulebook",
                        RULEBOOK,
                        "--as-of",
                        AS_OF,
                        "--known-at",
                        KNOWN_AT,
                        "--model",
                        model);
        assertThat(ran.exitStatus()).as(ran.err()).isZero();
        return ran.out();
    }

    private static Path resource(String name) {
        return Path.of("src/main/resources").resolve(name);
    }

    private Map<String, Object> settings(Map<String, Object> servers) {
        var settings = new LinkedHashMap<String, Object>(servers);
        settings.put("dutyledger.data", folder.resolve("data"));
        settings.put("server.port", 0);
        settings.put("dutyledger.judge.policy", "classpath:demo/policy.yaml");
        return settings;
    }

    /** The embedded servers, or outside ones in containers. */
    private Map<String, Object> servers() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        if (!"containers".equals(System.getProperty("servers"))) {
            return Map.of();
        }
        TestDatabase database = TestDatabase.empty();
        return Map.of(
                "dutyledger.postgres.url", database.url(),
                "dutyledger.postgres.username", database.user(),
                "dutyledger.postgres.password", database.password(),
                "dutyledger.postgres.require-durable", false,
                "dutyledger.kafka.bootstrap-servers", TestKafka.bootstrapServers());
    }
}
