package org.dutyledger.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dutyledger.liability.law.Rulebooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person of law writes a rulebook: the page that shows it, and what goes wrong on the way. */
class RulebookAuthoringTest {

    private static final Pattern STEP =
            Pattern.compile(
                    "(?ms)^`([a-z][^`\\n]*)`:\\n\\n```[a-z]+\\n(.*?)^```|^```console\\n(.*?)^```");

    @TempDir private Path folder;

    @Test
    void thePageOfRulebooksIsTrue() throws IOException {
        String page = Files.readString(page());
        Matcher step = STEP.matcher(page);
        int commands = 0;
        while (step.find()) {
            if (step.group(1) != null) {
                Path file = folder.resolve(step.group(1));
                Files.createDirectories(file.getParent());
                Files.writeString(file, step.group(2));
            } else {
                commands += console(step.group(3));
            }
        }
        assertThat(commands).isGreaterThanOrEqualTo(6);
    }

    private int console(String block) {
        String[] parts = block.split("(?m)^\\$ ", -1);
        for (int i = 1; i < parts.length; i++) {
            int end = parts[i].indexOf('\n');
            List<String> words = new ArrayList<>(List.of(parts[i].substring(0, end).split(" ")));
            assertThat(words.removeFirst()).isEqualTo("./dutyledger");
            words.replaceAll(it -> it.endsWith(".yaml") ? folder.resolve(it).toString() : it);
            Ran ran = Ran.command(words);
            assertThat((ran.out() + ran.err()).replace(folder + "/", ""))
                    .isEqualTo(parts[i].substring(end + 1));
        }
        return parts.length - 1;
    }

    private static Path page() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("docs/rulebooks.md"))) {
            here = here.getParent();
        }
        return here.resolve("docs/rulebooks.md");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    '' | expected a mapping, found nothing
                    '[1, 2]' | expected a mapping, found the list
                    'a: 1\\na: 2' | line 2, column 1: not YAML:
                    'a:\\n\\tb: 1' | TAB
                    'a: [' | line
                    'a: 1\\n---\\nb: 2' | not YAML:
                    'a: &x {b: *x}' | alias
                    '1: 2' | expected a key that is a string; quote it
                    'a: \u0007' | not YAML:
                    'rulebook: *none' | not YAML:
                    'rulebook: Acme Rules' | such as
                    """)
    void strangeYamlIsAnsweredWithASentence(String yaml, String says) throws IOException {
        refused(
                yaml.replace("\\n", "\n").replace("\\t", "\t").getBytes(StandardCharsets.UTF_8),
                says);
    }

    @Test
    void textsThatAreTooMuchAreAnsweredWithASentence() throws IOException {
        refused("a: b\n".repeat(2_200_000).getBytes(StandardCharsets.UTF_8), "at most");
        refused(new byte[20_000_000], "too large");
        refused(("a: " + "[".repeat(5_000)).getBytes(StandardCharsets.UTF_8), "at most 64 levels");
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
        }
        refused(bomb.toString().getBytes(StandardCharsets.UTF_8), "");
    }

    @Test
    void otherEncodingsAreAnsweredWithASentence() throws IOException {
        refused(Rulebooks.yaml("eu").getBytes(StandardCharsets.UTF_16), "is not UTF-8");
        refused("title: 中文".getBytes(java.nio.charset.Charset.forName("GB18030")), "is not UTF-8");
    }

    @Test
    void aByteOrderMarkAndWindowsLinesAreNoProblem() throws IOException {
        Path file = folder.resolve("eu.yaml");
        Files.writeString(file, "\uFEFF" + Rulebooks.yaml("eu").replace("\n", "\r\n"));
        assertThat(Ran.command("rulebook", "lint", file.toString()).err()).isEmpty();
    }

    @Test
    void aFolderIsNoRulebook() {
        Ran ran = Ran.command("rulebook", "lint", folder.toString());
        assertThat(ran.exitStatus()).isEqualTo(3);
        assertThat(ran.err()).contains("is a folder");
    }

    @Test
    void differencesAreSaidInBothLanguagesAndAsJson() {
        assertThat(
                        Ran.command(
                                        "rulebook",
                                        "diff",
                                        "cn-service",
                                        "cn-product",
                                        "--lang",
                                        "zh",
                                        "--format",
                                        "table")
                                .out())
                .contains("新增CN-CC-1206-1（义务）");
        Ran json = Ran.command("rulebook", "diff", "cn-service", "cn-product");
        assertThat(json.exitStatus()).isZero();
        assertThat(json.json().at("/changes").isEmpty()).isFalse();
        assertThat(Ran.command("rulebook", "diff", "eu", "eu", "--format", "table").out())
                .isEqualTo("no difference\n");
        assertThat(Ran.command("rulebook", "diff", "eu", "mars").exitStatus()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"us-frontier", "cn-service", "cn-product", "cn-reform", "eu"})
    void theCasesBesideAShippedRulebookPass(String id) {
        Ran ran = Ran.command("rulebook", "test", id, "--format", "table");
        assertThat(ran.out()).endsWith(" passed, 0 failed\n");
        assertThat(ran.exitStatus()).isZero();
    }

    @Test
    void withoutACaseThereIsNoAnswer() throws IOException {
        Path file = folder.resolve("eu.yaml");
        Files.writeString(file, Rulebooks.yaml("eu"));
        Ran ran = Ran.command("rulebook", "test", file.toString());
        assertThat(ran.exitStatus()).isEqualTo(3);
        assertThat(ran.err()).contains("no case for eu: expected NAME/expected/eu@");
    }

    private void refused(byte[] text, String says) throws IOException {
        Path file = folder.resolve("strange.yaml");
        Files.write(file, text);
        Ran ran = Ran.command("rulebook", "lint", file.toString());
        assertThat(ran.exitStatus()).isEqualTo(3);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).isNotBlank().contains(says).doesNotContain("Exception", "\tat ");
    }
}
