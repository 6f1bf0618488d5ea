package org.dutyledger.app;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that need no server, by their exit status, answer and messages. */
class CommandLineTest {

    private static final Path CASE =
            Path.of("../liability/src/test/resources/cases/G1-timely-remedy-missing-warning");
    private static final String AS_OF = "2027-06-01T00:00:00Z";

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "serve",
                "assess",
                "import",
                "models",
                "duties",
                "exposure",
                "explain",
                "feed",
                "feed snapshot",
                "replay",
                "rejected",
                "rejected list",
                "rejected show",
                "rejected retry",
                "rulebook",
                "rulebook list",
                "rulebook show",
                "rulebook lint"
            })
    void everyCommandHelpsAndTellsItsExitStatus(String command) {
        Ran ran = Ran.command((command + " --help").split(" "));

        assertThat(ran.exitStatus()).isZero();
        assertThat(ran.out())
                .contains("Usage: dutyledger " + command)
                .containsPattern("3 +bad input");
    }

    @Test
    void whatIsNoCommandIsWrongUse() {
        Ran ran = Ran.command("judge");

        assertThat(ran.exitStatus()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("judge");
    }

    @Test
    void aServiceThatIsNotThereIsOutOfReach() {
        Ran ran = Ran.command("models", "--server", "http://127.0.0.1:1");

        assertThat(ran.exitStatus()).isEqualTo(4);
        assertThat(ran.err()).contains("no Dutyledger answers at http://127.0.0.1:1");
    }

    @Test
    void anImportOfNoFileIsBadInput() {
        Ran ran = Ran.command("import", folder.resolve("none.jsonl").toString());

        assertThat(ran.exitStatus()).isEqualTo(3);
        assertThat(ran.err()).contains("no such file");
    }

    @Test
    void aReplayWithoutCheckIsWrongUse() {
        assertThat(Ran.command("replay").exitStatus()).isEqualTo(2);
    }

    @Nested
    class Assess {

        @Test
        void printsOneObjectAndALineFeed() {
            Ran ran = assess(facts(), "cn-product");

            assertThat(ran.exitStatus()).isZero();
            assertThat(ran.err()).isEmpty();
            assertThat(ran.out()).startsWith("{\"asOf\":\"" + AS_OF + "\"").endsWith("}\n");
            assertThat(ran.json().at("/rulebook/id").asString()).isEqualTo("cn-product");
        }

        @Test
        void namesAnInvalidFactAndAnswersWithoutIt() throws IOException {
            Path spoilt = copy();
            Files.writeString(spoilt, "{\"specversion\":\"1.0\",\"id\":\"x1\"}\n", APPEND);

            Ran ran = assess(spoilt, "cn-product");

            assertThat(ran.exitStatus()).isZero();
            assertThat(ran.err()).contains("fact x1", "takes no part", "required");
            assertThat(ran.out()).isEqualTo(assess(facts(), "cn-product").out());
        }

        @ParameterizedTest
        @ValueSource(strings = {"{\"specversion\":", "no json at all", "{} {}"})
        void refusesAFileThatIsNotJsonLines(String line) throws IOException {
            Path spoilt = copy();
            Files.writeString(spoilt, line + "\n", APPEND);

            Ran ran = assess(spoilt, "cn-product");

            assertThat(ran.exitStatus()).isEqualTo(3);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).contains("is not JSON");
        }

        @Test
        void refusesBytesThatAreNotUtf8() throws IOException {
            Path spoilt = copy();
            Files.write(spoilt, new byte[] {'"', (byte) 0xff, '"', '\n'}, APPEND);

            assertThat(assess(spoilt, "cn-product").exitStatus()).isEqualTo(3);
        }

        @Test
        void takesALineOfTenMegabytesAsAnInvalidFact() throws IOException {
            Path spoilt = copy();
            Files.writeString(spoilt, "\"" + "a".repeat(10_000_000) + "\"\n", APPEND);

            Ran ran = assess(spoilt, "cn-product");

            assertThat(ran.exitStatus()).isZero();
            assertThat(ran.err()).contains("too-large");
        }

        @Test
        void refusesAFileThatIsNotThere() {
            Ran ran = assess(folder.resolve("none.jsonl"), "cn-product");

            assertThat(ran.exitStatus()).isEqualTo(3);
            assertThat(ran.err()).contains("no such file");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "yesterday",
                    "2027-06-01",
                    "2027-06-01T00:00:00",
                    "2027-13-01T00:00:00Z"
                })
        void refusesATimeThatIsNone(String asOf) {
            Ran ran = Ran.command(words(facts(), "cn-product", CASE.resolve("policy.yaml"), asOf));

            assertThat(ran.exitStatus()).isEqualTo(2);
            assertThat(ran.err()).contains("'" + asOf + "' is not an RFC 3339 time with offset");
        }

        @Test
        void refusesARulebookThatIsNone() {
            Ran ran = assess(facts(), "fr-product");

            assertThat(ran.exitStatus()).isEqualTo(3);
            assertThat(ran.err()).contains("fr-product", "cn-product, cn-reform, cn-service");
        }

        @Test
        void takesARulebookFromAFile() throws IOException {
            Path own = folder.resolve("own.yaml");
            Files.writeString(own, Ran.command("rulebook", "show", "cn-product", "--yaml").out());

            assertThat(assess(facts(), own.toString()).out())
                    .isEqualTo(assess(facts(), "cn-product").out());
        }

        @Test
        void refusesAPolicyWithEveryProblem() throws IOException {
            Path policy = folder.resolve("policy.yaml");
            Files.writeString(
                    policy,
                    Files.readString(CASE.resolve("policy.yaml"))
                            .replaceAll("(?m)^reportClock:.*$", "reportClock: whenever")
                            .replaceAll("(?m)^repeat:.*$", "repeat: often\nunheard: 1"));

            Ran ran = Ran.command(words(facts(), "cn-product", policy, AS_OF));

            assertThat(ran.exitStatus()).isEqualTo(3);
            assertThat(ran.err()).contains("reportClock", "repeat", "unheard");
        }

        @Test
        void printsAnArrayForSeveralModelsOrderedByModel() throws IOException {
            Path two = copy();
            String facts = Files.readString(facts());
            String model = assess(facts(), "cn-product").json().path("model").asString();
            String slug = model.substring(model.indexOf('/') + 1);
            Files.writeString(
                    two,
                    facts.replace("\"" + slug + "\"", "\"aaa\"")
                            .replace(model, model.replace(slug, "aaa"))
                            .replaceAll("\"id\": ?\"", "\"id\":\"other-"),
                    APPEND);

            Ran ran = assess(two, "cn-product");

            assertThat(ran.json().valueStream().map(each -> each.path("model").asString()))
                    .containsExactly(model.replace(slug, "aaa"), model);
        }

        @Test
        void printsAnEmptyArrayForNoModelAndAnObjectForOneAskedFor() throws IOException {
            Path none = folder.resolve("empty.jsonl");
            Files.writeString(none, "\n");
            var asked =
                    new ArrayList<>(words(none, "cn-product", CASE.resolve("policy.yaml"), AS_OF));
            asked.addAll(List.of("--model", "acme/none"));

            assertThat(assess(none, "cn-product").out()).isEqualTo("[]\n");
            assertThat(Ran.command(asked).json().path("model").asString()).isEqualTo("acme/none");
        }

        @Test
        void printsATableForAPerson() {
            var words =
                    new ArrayList<>(
                            words(facts(), "cn-product", CASE.resolve("policy.yaml"), AS_OF));
            words.addAll(List.of("--format", "table"));

            assertThat(Ran.command(words).out()).contains("RULE", "CN-CC-1206-1", "exposure CNY");
        }

        private Path facts() {
            return CASE.resolve("facts.jsonl");
        }

        private Path copy() throws IOException {
            Path copy = folder.resolve("facts.jsonl");
            String text = Files.readString(facts());
            Files.writeString(
                    copy, text.endsWith("\n") ? text : text + "\n", StandardCharsets.UTF_8);
            return copy;
        }

        private Ran assess(Path facts, String rulebook) {
            return Ran.command(words(facts, rulebook, CASE.resolve("policy.yaml"), AS_OF));
        }

        private List<String> words(Path facts, String rulebook, Path policy, String asOf) {
            return List.of(
                    "assess",
                    "--facts",
                    facts.toString(),
                    "--rulebook",
                    rulebook,
                    "--policy",
                    policy.toString(),
                    "--as-of",
                    asOf);
        }
    }

    @Nested
    class Rulebook {

        @Test
        void listsThoseThatComeAlong() {
            assertThat(
                            Ran.command("rulebook", "list")
                                    .json()
                                    .valueStream()
                                    .map(each -> each.path("id").asString()))
                    .contains("cn-product", "cn-reform", "cn-service");
        }

        @Test
        void speaksChinese() {
            assertThat(Ran.command("rulebook", "list", "--lang", "zh").out()).contains("产品");
        }

        @Test
        void showsEachDutyWithArticleAndConfidence() {
            Ran ran = Ran.command("rulebook", "show", "cn-product", "--format", "table");

            assertThat(ran.out()).contains("CN-CC-1206-1", "1206", "ARTICLE", "SURE");
        }

        @Test
        void showsWhatNoFactDecidesWithTheReason() {
            Ran table = Ran.command("rulebook", "show", "eu", "--uncovered", "--format", "table");
            Ran json = Ran.command("rulebook", "show", "eu", "--uncovered", "--lang", "zh");

            assertThat(table.out()).contains("WHY NOT", "EU-AIA-26-6", "art. 26(6), 19");
            assertThat(table.out()).doesNotContain("EU-AIA-73-2");
            assertThat(json.json().path("uncovered"))
                    .anySatisfy(row -> {
                        assertThat(row.path("rule").asString()).isEqualTo("EU-AIA-26-6");
                        assertThat(row.path("appliesFrom").asString()).isEqualTo("2027-12-02");
                        assertThat(row.path("why").asString()).isEqualTo("没有事实记录留存情况。");
                    });
        }

        @Test
        void findsNoProblemInThoseThatComeAlong() {
            Ran ran = Ran.command("rulebook", "lint");

            assertThat(ran.exitStatus()).isZero();
            assertThat(ran.out()).contains("cn-reform: no problems");
        }

        @Test
        void namesEveryProblemOfAnother() throws IOException {
            Path bad = folder.resolve("bad.yaml");
            Files.writeString(
                    bad,
                    Ran.command("rulebook", "show", "cn-product", "--yaml").out()
                            + "\nunheard: 1\nof: 2\n");

            Ran ran = Ran.command("rulebook", "lint", bad.toString());

            assertThat(ran.exitStatus()).isEqualTo(3);
            assertThat(ran.err()).contains("unheard", "of");
        }
    }
}
