package org.dutyledger.contract.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Facts to test with: those of the golden cases, and a cut of real histories in which every shape
 * of every type occurs. With {@code -Dfacts.dir=DIR} also every {@code *.jsonl} under that
 * directory.
 */
final class Samples {

    private Samples() {}

    static List<String> all() {
        List<String> lines = new ArrayList<>(golden());
        lines.addAll(full());
        lines.addAll(resource("/facts/histories.jsonl"));
        String more = System.getProperty("facts.dir");
        if (more != null) {
            lines.addAll(under(Path.of(more)));
        }
        return lines;
    }

    /** One fact of each type, with every field. */
    static List<String> full() {
        return resource("/facts/full.jsonl");
    }

    static List<String> golden() {
        return resource("/facts/golden.jsonl");
    }

    static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> under(Path directory) {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).toList()) {
                Files.readAllLines(file).stream().filter(l -> !l.isBlank()).forEach(lines::add);
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> resource(String name) {
        try (InputStream in = Samples.class.getResourceAsStream(name)) {
            byte[] all = Objects.requireNonNull(in, name).readAllBytes();
            return new String(all, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
