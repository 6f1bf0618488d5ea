package org.dutyledger.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.ModelId;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.contract.codec.Reading;
import org.dutyledger.liability.Assessor;
import org.dutyledger.liability.answer.AnswerWriter;
import org.dutyledger.liability.law.Rulebooks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST interface of a running service, on real facts. */
class RestTest {

    private static final String G1 = "G1-timely-remedy-missing-warning";
    private static final String G2 = "G2-late-ineffective-remedy";
    private static final String G12 = "G12-cyber-incident-tiers";
    private static final String M = "/api/v1/models/acme/medchat";
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir private static Path folder;
    private static Service service;
    private static OpenApi openApi;

    @BeforeAll
    static void start() throws IOException {
        service = Service.start(folder.resolve("key"));
        openApi = new OpenApi(service.get("/api/openapi.json").body());
        record(G1, "acme");
        record(G2, "beta");
        record(G12, "gamma");
        JsonNode recorded = json(post("not a fact"));
        assertThat(recorded.at("/counts/rejected").asInt()).isEqualTo(1);
        awaitViews();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static void record(String name, String provider) throws IOException {
        byte[] facts = String.join("\n", lines(name, provider)).getBytes(UTF_8);
        HttpResponse<byte[]> answer = service.post("/api/v1/facts", "application/x-ndjson", facts);
        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(202);
        assertThat(openApi.problems("POST /api/v1/facts", answer)).isEmpty();
    }

    /** The facts of a golden case, said by another provider: both cases name the same model. */
    private static List<String> lines(String name, String provider) throws IOException {
        Path file = Service.CASES.resolve(name).resolve("facts.jsonl");
        return Files.readAllLines(file).stream()
                .map(line -> line.replace("/providers/acme/", "/providers/" + provider + "/"))
                .map(line -> line.replace("\"acme/", "\"" + provider + "/"))
                .toList();
    }

    private static void awaitViews() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    long last =
                            service.bean(EventStore.class)
                                    .createHeadToken()
                                    .position()
                                    .orElseThrow();
                    assertThat(last).isPositive();
                    assertThat(json(service.get("/api/v1/models")).path("sequence").asLong())
                            .isEqualTo(last);
                });
    }

    private static HttpResponse<byte[]> post(String line) {
        return service.post("/api/v1/facts", "application/x-ndjson", line.getBytes(UTF_8));
    }

    @Test
    void everyRouteIsInTheDocumentAndEveryOperationIsARoute() {
        Set<String> routes = new TreeSet<>();
        handlers().forEach(handler -> routes.addAll(handler.routes()));

        assertThat(openApi.operations().keySet()).containsExactlyElementsOf(routes);
        assertThat(openApi.document().at("/info/version").asString()).matches("\\d+\\.\\d+.*");
    }

    @Test
    void everyQueryParameterIsInTheDocumentAndTheReverse() {
        for (Handler handler : handlers()) {
            for (String route : handler.routes()) {
                assertThat(openApi.query(route)).as(route).isEqualTo(handler.query());
            }
        }
    }

    private record Handler(Set<String> routes, List<String> query) {}

    private static List<Handler> handlers() {
        List<Handler> handlers = new ArrayList<>();
        service.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    Set<String> routes = new TreeSet<>();
                    for (var verb : mapping.getMethodsCondition().getMethods()) {
                        mapping.getPatternValues().forEach(path -> routes.add(verb + " " + path));
                    }
                    handlers.add(new Handler(routes, query(method)));
                });
        return handlers;
    }

    private static List<String> query(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .map((MethodParameter each) -> each.getParameterAnnotation(RequestParam.class))
                .filter(each -> each != null)
                .map(RequestParam::name)
                .sorted()
                .toList();
    }

    static Stream<String> answers() {
        return Stream.of(
                "/api/v1/models /api/v1/models",
                "/api/v1/models/{provider}/{model} " + M,
                "/api/v1/models/{provider}/{model}/duties " + M + "/duties",
                "/api/v1/models/{provider}/{model}/risks " + M + "/risks",
                "/api/v1/models/{provider}/{model}/exposure " + M + "/exposure",
                "/api/v1/models/{provider}/{model}/history " + M + "/history?limit=3",
                "/api/v1/models/{provider}/{model}/assessment "
                        + M
                        + "/assessment?rulebook=cn-product&asOf=2027-04-01T00:00:00%2B08:00",
                "/api/v1/models/{provider}/{model}/explain "
                        + M
                        + "/explain?rule=exposure&rulebook=cn-reform&asOf=2027-06-01T00:00:00Z",
                "/api/v1/models/{provider}/{model}/explain "
                        + M
                        + "/explain?rule=potential&rulebook=cn-product&lang=zh",
                "/api/v1/models/{provider}/{model}/explain "
                        + M
                        + "/explain?rule=time-bars&rulebook=cn-product",
                "/api/v1/models/{provider}/{model}/explain "
                        + M
                        + "/explain?rule=CN-PAPER-4.2.3&about=acme/medchat"
                        + "&asOf=2027-06-01T00:00:00Z",
                "/api/v1/models/{provider}/{model}/what-would-help "
                        + M
                        + "/what-would-help?rulebook=cn-product&ahead=P7D&limit=5&lang=zh"
                        + "&asOf=2027-04-01T00:00:00Z",
                "/api/v1/models/{provider}/{model}/incidents/{incident}/deadlines "
                        + "/api/v1/models/gamma/cloudchat/incidents/I-1/deadlines",
                "/api/v1/duties /api/v1/duties?status=PENDING,BREACH&status=POLICY_BREACH&sort=due",
                "/api/v1/feed /api/v1/feed?limit=3&type=duty.breached&status=BREACH,POLICY_BREACH",
                "/api/v1/feed /api/v1/feed?after=last&wait=PT0.1S",
                "/api/v1/feed/snapshot /api/v1/feed/snapshot?at=5",
                "/api/v1/feed/snapshot /api/v1/feed/snapshot?format=csv&kind=remediate",
                "/api/v1/rejected /api/v1/rejected",
                "/api/v1/rejected/{id} /api/v1/rejected/1",
                "/api/v1/rulebooks /api/v1/rulebooks",
                "/api/v1/rulebooks/{id} /api/v1/rulebooks/cn-product",
                "/schemas /schemas",
                "/schemas/{type} /schemas/org.dutyledger.risk.confirmed.v1",
                "/schemas/{type} /schemas/defs.json",
                "/asyncapi.yaml /asyncapi.yaml",
                "/api/openapi.json /api/openapi.json");
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answersAreAsTheDocumentSays(String pathAndUrl) {
        String[] parts = pathAndUrl.split(" ");
        HttpResponse<byte[]> answer = service.get(parts[1]);

        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
        assertThat(openApi.problems("GET " + parts[0], answer)).isEmpty();
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /assessment?asOf=2027-01-01T00:00:00Z          | rulebook  |                     | cn-product
                    /assessment?rulebook=cn-prodct                 | rulebook  | cn-prodct           | cn-product
                    /assessment?rulebook=eu&asOf=2027-01-01        | asOf      | 2027-01-01          | RFC 3339
                    /assessment?rulebook=eu&asOf=yesterday         | asOf      | yesterday           | RFC 3339
                    /assessment?rulebook=eu&knownAt=2027-13-01T0Z  | knownAt   | 2027-13-01T0Z       | RFC 3339
                    /assessment?rulebook=eu&policy=other/P9        | policy    | other/P9            | one of
                    /explain?about=R-1                             | rule      |                     | id of a rule
                    /explain?rule=CN-CC-1206-1                     | about     |                     | risk
                    /explain?rule=CN-0&about=R-1                   | rule      | CN-0                | makes a duty
                    /explain?rule=CN-CC-1206-1&about=R-1&lang=de   | lang      | de                  | en or zh
                    /what-would-help?asOf=2027-01-01T00:00:00Z     | rulebook  |                     | cn-product
                    /what-would-help?rulebook=eu&ahead=7           | ahead     | 7                   | ISO 8601
                    /what-would-help?rulebook=eu&ahead=P400D       | ahead     | P400D               | 366
                    /what-would-help?rulebook=eu&limit=0           | limit     | 0                   | 500
                    /duties?status=LATE                            | status    | LATE                | POLICY_BREACH
                    /duties?kind=pay                               | kind      | pay                 | remediate
                    /duties?dueBefore=soon                         | dueBefore | soon                | RFC 3339
                    /duties?rulebook=none                          | rulebook  | none                | cn-service
                    /duties?sort=size                              | sort      | size                | due
                    /duties?limit=0                                | limit     | 0                   | 1 to 500
                    /duties?limit=501                              | limit     | 501                 | 1 to 500
                    /duties?limit=many                             | limit     | many                | 1 to 500
                    /duties?after=nonsense                         | after     | nonsense            | next
                    /risks?after=bnVsbA                            | after     | bnVsbA              | next
                    /exposure?after=e30                            | after     | e30                 | next
                    /history?after=%25                             | after     | %                   | next
                    /duties?statsu=BREACH                          | statsu    | BREACH              | status
                    /duties?limit=1&limit=2                        | limit     | [1, 2]              | one value
                    """)
    void aParameterThatIsNotUnderstoodIsNamed(
            String path, String parameter, String found, String expected) {
        HttpResponse<byte[]> answer = service.get(M + path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.path("type").asString())
                .isEqualTo("https://dutyledger.org/problems/invalid-parameter");
        assertThat(problem.at("/errors/0/parameter").asString()).isEqualTo(parameter);
        assertThat(problem.at("/errors/0/found").asString(null)).isEqualTo(found);
        assertThat(problem.at("/errors/0/expected").asString()).contains(expected);
        String route = path.substring(0, path.indexOf('?'));
        assertThat(openApi.problems("GET /api/v1/models/{provider}/{model}" + route, answer))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/models/acme/none",
                "/api/v1/models/acme/none/duties",
                "/api/v1/models/acme/none/risks",
                "/api/v1/models/acme/none/exposure",
                "/api/v1/models/acme/none/history",
                "/api/v1/models/acme/none/assessment?rulebook=eu",
                "/api/v1/models/acme/medchat/incidents/I-404/deadlines",
                "/api/v1/rejected/999999",
                "/api/v1/rejected/x",
                "/api/v1/rulebooks/none",
                "/schemas/none",
                "/api/v1/nothing",
                "/nothing"
            })
    void whatIsNotThereIsAProblem(String path) {
        HttpResponse<byte[]> answer = service.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).path("status").asInt()).isEqualTo(404);
        assertThat(new String(answer.body(), UTF_8)).doesNotContain("Exception", "\tat ");
    }

    @Test
    void otherRefusalsAreProblemsToo() {
        HttpResponse<byte[]> method = service.send(service.request("/api/v1/duties").DELETE());
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(json(method).path("title").asString()).isEqualTo("Method Not Allowed");

        HttpResponse<byte[]> media =
                service.send(service.request("/api/v1/duties").header("Accept", "text/csv").GET());
        assertThat(media.statusCode()).isEqualTo(406);

        HttpResponse<byte[]> posted = service.post("/api/v1/facts", "image/png", new byte[3]);
        assertThat(posted.statusCode()).isEqualTo(415);
        assertThat(openApi.problems("POST /api/v1/facts", posted)).isEmpty();
    }

    @Test
    void pagesJoinToTheWholeList() {
        List<String> whole = new ArrayList<>();
        json(service.get("/api/v1/duties?limit=500"))
                .path("items")
                .forEach(duty -> whole.add(key(duty)));
        List<String> joined = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = json(service.get("/api/v1/duties?limit=7" + after));
            page.path("items").forEach(duty -> joined.add(key(duty)));
            String next = page.path("next").asString(null);
            after = next == null ? null : "&after=" + next;
        } while (after != null);

        assertThat(joined).hasSizeGreaterThan(30).isEqualTo(whole);
    }

    private static String key(JsonNode duty) {
        return fields(duty, "model", "rule", "about") + duty.at("/rulebook/id").asString();
    }

    @Test
    void everyClockOfAnIncidentIsShown() {
        JsonNode clocks =
                json(service.get("/api/v1/models/gamma/cloudchat/incidents/I-2/deadlines"))
                        .path("items");

        assertThat(clocks.valueStream().map(clock -> clock.path("rule").asString()))
                .contains("CN-NCI-4", "CN-PIPL-57/authority", "CN-PIPL-57/individuals");
        assertThat(clocks.valueStream())
                .allMatch(clock -> !clock.path("addressee").asString("").isEmpty());
    }

    @Test
    void aRejectedFactIsShownAndTriedAgain() {
        JsonNode list = json(service.get("/api/v1/rejected?limit=1"));
        String id = list.at("/items/0/id").asString();
        JsonNode shown = json(service.get("/api/v1/rejected/" + id));
        assertThat(shown.path("content").asString()).isEqualTo("not a fact");

        HttpResponse<byte[]> again =
                service.send(
                        service.request("/api/v1/rejected/" + id + "/retry")
                                .POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(json(again).path("verdict").asString()).isEqualTo("rejected");
        assertThat(openApi.problems("POST /api/v1/rejected/{id}/retry", again)).isEmpty();
    }

    @Test
    void aRulebookIsServedAsItWasWritten() {
        HttpResponse<byte[]> yaml =
                service.send(
                        service.request("/api/v1/rulebooks/cn-product")
                                .header("Accept", "application/yaml")
                                .GET());

        assertThat(new String(yaml.body(), UTF_8)).isEqualTo(Rulebooks.yaml("cn-product"));
        assertThat(openApi.problems("GET /api/v1/rulebooks/{id}", yaml)).isEmpty();
    }

    /** Over REST from the record, and from the file alone as {@code assess} does it. */
    @ParameterizedTest
    @CsvSource({
        "acme, cn-product, 2027-03-31T16:00:00Z",
        "acme, cn-service, 2027-03-31T16:00:00Z",
        "acme, eu, 2027-03-31T16:00:00Z",
        "acme, cn-product, 2027-02-01T00:00:00Z",
        "beta, cn-product, 2027-06-01T00:00:00Z",
        "beta, cn-service, 2027-06-01T00:00:00Z",
        "beta, cn-reform, 2027-06-01T00:00:00Z"
    })
    void theAssessmentIsByteForByteWhatAssessPrints(String provider, String rulebook, Instant asOf)
            throws IOException {
        Instant knownAt = Instant.parse("2100-01-01T00:00:00Z");
        byte[] expected =
                AnswerWriter.bytes(
                        Assessor.assess(
                                Rulebooks.load(rulebook),
                                Service.policyOf(G1),
                                facts(lines(provider.equals("acme") ? G1 : G2, provider)),
                                new ModelId(provider, "medchat"),
                                asOf,
                                knownAt));

        byte[] got =
                service.get(
                                "/api/v1/models/%s/medchat/assessment?rulebook=%s&asOf=%s&knownAt=%s"
                                        .formatted(provider, rulebook, asOf, knownAt))
                        .body();

        assertThat(new String(got, UTF_8)).isEqualTo(new String(expected, UTF_8) + "\n");
    }

    private static List<Fact> facts(List<String> lines) {
        List<Fact> facts = new ArrayList<>();
        for (String line : lines) {
            if (new FactReader().readRecorded(line.getBytes(UTF_8))
                    instanceof Reading.Read(Fact fact, byte[] bytes)) {
                facts.add(fact);
            }
        }
        return facts;
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'CN-CC-1206-1 about R-1 is satisfied, late'",
        "zh-CN, CN-CC-1206-1（关于R-1）已履行，曾逾期"
    })
    void aDutyIsExplainedInBothLanguages(String lang, String begins) {
        HttpResponse<byte[]> answer =
                service.get(
                        "/api/v1/models/beta/medchat/explain?rule=CN-CC-1206-1&about=R-1"
                                + "&rulebook=cn-reform&asOf=2027-06-01T00:00:00Z&lang="
                                + lang);

        assertThat(json(answer).path("text").asString()).startsWith(begins);
        assertThat(json(answer).at("/explanation/says").asString()).startsWith(begins);
        assertThat(openApi.problems("GET /api/v1/models/{provider}/{model}/explain", answer))
                .isEmpty();
    }

    /** The same due date everywhere: what the views followed is what a recomputation finds. */
    @ParameterizedTest
    @CsvSource({
        "acme, cn-product", "acme, cn-reform", "acme, cn-service",
        "beta, cn-product", "beta, cn-reform", "beta, cn-service",
        "gamma, cn-product", "gamma, cn-reform", "gamma, cn-service"
    })
    void theDutiesOfTheViewsAreThoseOfTheAssessment(String provider, String rulebook) {
        String name = provider.equals("gamma") ? "cloudchat" : "medchat";
        String model = "/api/v1/models/" + provider + "/" + name;
        JsonNode page = json(service.get(model + "/duties?limit=500&rulebook=" + rulebook));
        JsonNode assessment =
                json(
                        service.get(
                                "%s/assessment?rulebook=%s&asOf=%s"
                                        .formatted(model, rulebook, page.path("asOf").asString())));

        Set<String> assessed = new TreeSet<>();
        assessment.path("duties").forEach(duty -> assessed.add(standing(duty)));
        Set<String> viewed = new TreeSet<>();
        page.path("items").forEach(duty -> viewed.add(standing(duty)));

        assertThat(viewed).isNotEmpty().isSubsetOf(assessed);
        assessed.removeAll(viewed);
        assertThat(assessed).as("what never arose has no finding").allMatch(RestTest::neverArose);
        JsonNode exposure = json(service.get(model + "/exposure?rulebook=" + rulebook));
        JsonNode total = assessment.at("/exposure/realised/total");
        if (total.path("high").asString().equals("0.00")) {
            assertThat(exposure.path("items")).as("nothing owed, nothing said").isEmpty();
        } else {
            assertThat(exposure.at("/items/0/total")).isEqualTo(total);
        }
    }

    private static boolean neverArose(String standing) {
        return standing.contains("NOT_YET") || standing.contains("NOT_APPLICABLE");
    }

    private static String standing(JsonNode duty) {
        String breaches =
                duty.path("breaches")
                        .valueStream()
                        .map(breach -> fields(breach, "from", "to", "hours"))
                        .toList()
                        .toString();
        return fields(duty, "rule", "about", "status", "late", "arose", "due", "satisfied")
                + breaches
                + duty.path("because")
                + duty.path("needs");
    }

    private static String fields(JsonNode node, String... names) {
        return Stream.of(names)
                .map(name -> node.path(name).asString("-"))
                .collect(Collectors.joining(" "));
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        return JSON.readTree(answer.body());
    }
}
