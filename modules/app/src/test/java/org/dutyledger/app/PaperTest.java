package org.dutyledger.app;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dutyledger.app.command.Dutyledger;
import org.dutyledger.contract.schema.Schemas;
import org.dutyledger.liability.law.Citation;
import org.dutyledger.liability.law.PaperItem;
import org.dutyledger.liability.law.PaperItem.Home;
import org.dutyledger.liability.law.PaperPage;
import org.dutyledger.liability.law.Rulebooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every item of the paper's checklist has a home that exists, and the page says which. */
class PaperTest {

    private static final Path PAGE = Path.of("../../docs/paper.md");
    private static final Path CASES = Path.of("../liability/src/test/resources/cases");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNode OPEN_API = openApi();
    private static final Set<String> ANSWER = answer();

    static List<PaperItem> items() {
        return PaperItem.all();
    }

    /** {@code ./mvnw -pl modules/app -am test -Dtest=PaperTest -Dpaper.page=write} writes it. */
    @Test
    void pageIsFresh() throws IOException {
        String page = PaperPage.markdown();
        if ("write".equals(System.getProperty("paper.page"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as(
                        "docs/paper.md is stale; write it anew with: ./mvnw -pl modules/app -am test"
                                + " -Dtest=PaperTest -Dsurefire.failIfNoSpecifiedTests=false"
                                + " -Dpaper.page=write")
                .hasContent(page);
    }

    @Test
    void noItemOfThePaperIsLeftOut() {
        List<String> ids =
                Stream.of(
                                ids("S%02d", 1, 7),
                                ids("S%02d", 10, 15),
                                ids("S%02d", 20, 32),
                                ids("S%02d", 40, 42),
                                ids("S%02d", 50, 54),
                                ids("S%02d", 60, 64),
                                ids("S%02d", 70, 72),
                                ids("T%d", 1, 5))
                        .flatMap(it -> it)
                        .toList();
        assertThat(items()).extracting(PaperItem::id).containsExactlyElementsOf(ids);
    }

    @ParameterizedTest
    @MethodSource("items")
    void everyItemHasAHome(PaperItem item) {
        boolean byRule = citations().anyMatch(it -> it.paper().contains(item.id()));
        assertThat(byRule || !item.homes().isEmpty()).as(item.id() + " has no home").isTrue();
    }

    @ParameterizedTest
    @MethodSource("items")
    void everyHomeExists(PaperItem item) {
        assertThat(item.homes())
                .allSatisfy(it -> assertThat(exists(it)).as(item.id() + ": " + it).isTrue());
    }

    @ParameterizedTest
    @MethodSource("items")
    void whatIsSaidToBeMissingIs(PaperItem item) {
        assertThat(item.notYet())
                .allSatisfy(it ->
                        assertThat(exists(it))
                                .as(
                                        "%s: %s exists now; in paper.yaml it is one of the homes",
                                        item.id(), it)
                                .isFalse());
    }

    @Test
    void everyRuleNamesItemsThatThereAre() {
        Set<String> ids = items().stream().map(PaperItem::id).collect(toSet());
        assertThat(citations())
                .allSatisfy(it -> assertThat(ids).as(it.rule()).containsAll(it.paper()));
    }

    @ParameterizedTest
    @CsvSource({
        "FACT,     remedy.applied,               measure,  pray",
        "FACT,     remedy.applied,               colour,",
        "FACT,     remedy.imagined,,",
        "ANSWER,   duties.mood,,",
        "POLICY,   monitor.mood,,",
        "COMMAND,  rulebook sing,,",
        "REST,     DELETE /api/v1/rulebooks,,",
        "RULEBOOK, atlantis,,"
    })
    void aHomeThatDoesNotExistIsFound(Home.Kind kind, String name, String field, String value) {
        assertThat(exists(new Home(kind, name, field, value))).isFalse();
    }

    private static boolean exists(Home home) {
        return switch (home.kind()) {
            case FACT -> fact(home);
            case ANSWER -> ANSWER.contains(home.name());
            case POLICY -> !at(policy(), home.name()).isMissingNode();
            case COMMAND -> command(home.name());
            case REST -> {
                String[] words = home.name().split(" ");
                yield OPEN_API.path("paths").path(words[1]).has(words[0].toLowerCase(Locale.ROOT));
            }
            case RULEBOOK -> Rulebooks.ids().contains(home.name());
        };
    }

    private static boolean fact(Home home) {
        String type = "org.dutyledger." + home.name() + ".v1";
        if (!Schemas.facts().contains(type)) {
            return false;
        }
        if (home.field() == null) {
            return true;
        }
        JsonNode field =
                resolved(at(JSON.readTree(Schemas.document(type + ".json")), home.field()));
        return home.value() == null
                ? !field.isMissingNode()
                : Stream.of(field.path("enum"), field.path("items").path("enum"))
                        .flatMap(it -> it.values().stream())
                        .anyMatch(it -> it.asString().equals(home.value()));
    }

    /** A kind of value of its own stands in defs.json. */
    private static JsonNode resolved(JsonNode field) {
        String reference = field.path("$ref").asString("");
        String kind = reference.substring(reference.lastIndexOf('/') + 1);
        return reference.isEmpty()
                ? field
                : JSON.readTree(Schemas.document("defs.json")).path("$defs").path(kind);
    }

    private static JsonNode at(JsonNode schema, String path) {
        JsonNode at = schema;
        for (String name : path.split("\\.")) {
            at = at.path("properties").path(name);
        }
        return at;
    }

    private static boolean command(String name) {
        CommandLine at =
                Dutyledger.commandLine(
                        new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
        for (String word : name.split(" ")) {
            at = at == null ? null : at.getSubcommands().get(word);
        }
        return at != null;
    }

    private static Stream<Citation> citations() {
        return Rulebooks.all().stream().flatMap(it -> it.citations().stream());
    }

    private static Stream<String> ids(String form, int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(form::formatted);
    }

    private static JsonNode policy() {
        try (InputStream schema = PaperTest.class.getResourceAsStream("/schemas/policy.json")) {
            return JSON.readTree(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode openApi() {
        try (InputStream yaml =
                PaperTest.class.getResourceAsStream("/org/dutyledger/web/openapi.yaml")) {
            return YAMLMapper.builder().build().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The paths of an answer: what REST describes, and below it what the hand-computed ones hold.
     */
    private static Set<String> answer() {
        Set<String> paths = new TreeSet<>();
        OPEN_API.at("/components/schemas/Assessment/properties")
                .propertyNames()
                .forEach(paths::add);
        try (Stream<Path> files = Files.walk(CASES)) {
            files.filter(it -> it.getParent().endsWith("expected"))
                    .forEach(it -> collect(JSON.readTree(it), "", paths));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return paths;
    }

    private static void collect(JsonNode node, String path, Set<String> paths) {
        if (node.isArray()) {
            node.forEach(each -> collect(each, path, paths));
            return;
        }
        node.properties()
                .forEach(each -> {
                    String below = path.isEmpty() ? each.getKey() : path + "." + each.getKey();
                    paths.add(below);
                    collect(each.getValue(), below, paths);
                });
    }
}
