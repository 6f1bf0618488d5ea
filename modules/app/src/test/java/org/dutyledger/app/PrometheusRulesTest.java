package org.dutyledger.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of {@code deploy/}, by Prometheus's own tool and against the meters that there are. */
class PrometheusRulesTest {

    private static final Path DEPLOY = Path.of("../../deploy");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check rules prometheus-rules.yaml",
                "test rules prometheus-rules-test.yaml"
            })
    void promtoolFindsNothing(String command) throws Exception {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(":"))
                        .anyMatch(each -> Files.isExecutable(Path.of(each, "promtool"))),
                "no promtool on the path: the rules are not tried");
        String[] words = ("promtool " + command).split(" ");
        Process process =
                new ProcessBuilder(words)
                        .directory(DEPLOY.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus-rules.yaml", "grafana-dashboard.json"})
    void everyMeterThatIsNamedIsInTheOperatingGuide(String file) throws IOException {
        String guide = Files.readString(Path.of("../../docs/operating.md"));
        Set<String> unknown = new TreeSet<>();
        var named =
                Pattern.compile("dutyledger_[a-z_]+")
                        .matcher(Files.readString(DEPLOY.resolve(file)));
        int count = 0;
        while (named.find()) {
            count++;
            String meter =
                    named.group()
                            .replaceAll("(_seconds)?(_bucket|_count|_sum|_total|_max)?$", "")
                            .replace('_', '.');
            if (!guide.contains("`" + meter + "`")) {
                unknown.add(named.group());
            }
        }
        assertThat(count).isPositive();
        assertThat(unknown).isEmpty();
    }

    @Test
    void theDashboardIsJson() throws IOException {
        assertThat(
                        tools.jackson.databind.json.JsonMapper.shared()
                                .readTree(
                                        Files.readString(DEPLOY.resolve("grafana-dashboard.json")))
                                .get("panels"))
                .isNotEmpty();
    }
}
