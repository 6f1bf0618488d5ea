package org.dutyledger.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dutyledger.liability.law.Rulebooks;
import org.dutyledger.liability.trial.TrialCase;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The cases that lie beside a rulebook: the folders in {@code cases} next to it. */
final class CasesBeside {

    private static final String SHIPPED = "rulebooks/cases/";

    private CasesBeside() {}

    /** Of a rulebook that comes with the product, or of one in a file; none: empty. */
    static List<TrialCase> of(String idOrFile) {
        if (Rulebooks.ids().contains(idOrFile)) {
            return TrialCase.of(shipped());
        }
        Path folder = folder(idOrFile);
        return Files.isDirectory(folder) ? in(folder) : List.of();
    }

    /** Where they are looked for. */
    static Path folder(String file) {
        return Path.of(file).toAbsolutePath().resolveSibling("cases");
    }

    /** The cases of a folder. */
    static List<TrialCase> in(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder, 3)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (name.contains("/")) {
                    texts.put(name, LawFiles.text(file));
                }
            }
        } catch (IOException e) {
            throw CommandFailure.badInput("%s cannot be read: %s".formatted(folder, e));
        }
        return TrialCase.of(texts);
    }

    private static Map<String, String> shipped() {
        Map<String, String> texts = new TreeMap<>();
        try {
            Resource[] all =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:" + SHIPPED + "**/*.*");
            for (Resource each : all) {
                String path = each.getURL().toString();
                texts.put(
                        path.substring(path.lastIndexOf(SHIPPED) + SHIPPED.length()),
                        each.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw CommandFailure.badInput("the shipped cases cannot be read: " + e);
        }
        return texts;
    }
}
