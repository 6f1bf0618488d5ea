package org.dutyledger.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dutyledger.contract.codec.FactLines;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.contract.codec.Reading;
import org.dutyledger.contract.codec.Reason;
import org.dutyledger.liability.history.SourcedFact;

/** The facts of a JSON-lines file, as {@code assess} takes them (semantics rule 6). */
final class FactsFile {

    private FactsFile() {}

    /**
     * All valid facts, in the order of the file. Each invalid one is named on {@code messages} and
     * takes no part.
     *
     * @throws CommandFailure bad input, if it cannot be read or is not JSON lines
     */
    static List<SourcedFact> read(Path file, PrintWriter messages) {
        var reader = new FactReader();
        List<SourcedFact> facts = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                var lines = new FactLines(in)) {
            for (FactLines.Line line = lines.next(); line != null; line = lines.next()) {
                switch (reader.readRecorded(line.bytes())) {
                    case Reading.Read read -> facts.add(new SourcedFact(read.fact(), read.bytes()));
                    case Reading.Refused refused -> {
                        String where = "%s line %d".formatted(file, line.number());
                        if (refused.reasons().stream().anyMatch(FactsFile::isNoJson)) {
                            throw CommandFailure.badInput(
                                    where + " is not JSON: " + reasons(refused));
                        }
                        messages.println(
                                "dutyledger: " + where + " takes no part, " + reasons(refused));
                    }
                }
            }
            return facts;
        } catch (NoSuchFileException e) {
            throw CommandFailure.badInput("no such file: " + file);
        } catch (IOException e) {
            throw CommandFailure.badInput("%s cannot be read: %s".formatted(file, e));
        }
    }

    private static boolean isNoJson(Reason reason) {
        return reason.rule().equals(Reason.JSON) || reason.rule().equals(Reason.UTF_8);
    }

    private static String reasons(Reading.Refused refused) {
        return refused.reasons().stream()
                .map(FactsFile::sentence)
                .collect(
                        Collectors.joining(
                                "; ",
                                refused.id() == null ? "" : "fact " + refused.id() + ": ",
                                ""));
    }

    private static String sentence(Reason reason) {
        String place = reason.pointer().isEmpty() ? "" : reason.pointer() + ": ";
        return "%s%s, found %s, expected %s"
                .formatted(place, reason.rule(), reason.found(), reason.expected());
    }
}
