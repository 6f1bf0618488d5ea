package org.dutyledger.app.command;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dutyledger.liability.law.InvalidLawException;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.PolicyReader;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.RulebookReader;
import org.dutyledger.liability.law.Rulebooks;

/** Rulebooks and policies as they are named on the command line. */
final class LawFiles {

    private static final long LONGEST = 16L * 1024 * 1024;

    private LawFiles() {}

    /**
     * The rulebook of that id, or in that file.
     *
     * @throws CommandFailure bad input with every problem, if it cannot be used
     */
    static Rulebook rulebook(String idOrFile) {
        try {
            return checked(idOrFile);
        } catch (InvalidLawException e) {
            throw bad("rulebook " + idOrFile, e);
        }
    }

    /** The same, with its problems as they are. */
    static Rulebook checked(String idOrFile) {
        return Rulebooks.ids().contains(idOrFile)
                ? Rulebooks.load(idOrFile)
                : RulebookReader.read(yaml(idOrFile));
    }

    /** The YAML of a rulebook. */
    static String yaml(String idOrFile) {
        if (Rulebooks.ids().contains(idOrFile)) {
            return Rulebooks.yaml(idOrFile);
        }
        Path file = path(idOrFile);
        if (!Files.exists(file)) {
            throw CommandFailure.badInput(
                    "no such rulebook: %s is none of %s and no file"
                            .formatted(idOrFile, String.join(", ", Rulebooks.ids())));
        }
        return text(file);
    }

    /**
     * The policy in a file, held against the statutes of the rulebook.
     *
     * @throws CommandFailure bad input with every problem, if it cannot be used
     */
    static Policy policy(Path file, Rulebook rulebook) {
        try {
            return PolicyReader.read(text(file), List.of(rulebook));
        } catch (InvalidLawException e) {
            throw bad("policy " + file, e);
        }
    }

    /** The same over several rulebooks, with its problems as they are. */
    static Policy policy(Path file, List<String> rulebooks) {
        return PolicyReader.read(text(file), rulebooks.stream().map(LawFiles::checked).toList());
    }

    /** An enum constant as answers write it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static CommandFailure bad(String what, InvalidLawException e) {
        return CommandFailure.badInput(
                e.problems().stream()
                        .map(problem -> "\n  " + problem)
                        .collect(Collectors.joining("", what + " cannot be used:", "")));
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw CommandFailure.badInput("not a file name: " + name);
        }
    }

    /** A text of at most {@link #LONGEST} bytes. */
    static String text(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw CommandFailure.badInput(file + " is a folder, expected a file");
            }
            if (Files.size(file) > LONGEST) {
                throw CommandFailure.badInput(
                        "%s is too large: expected at most %d bytes, found %d"
                                .formatted(file, LONGEST, Files.size(file)));
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw CommandFailure.badInput(file + " is not UTF-8: save it as UTF-8");
        } catch (IOException e) {
            throw CommandFailure.badInput("%s cannot be read: %s".formatted(file, e));
        }
    }
}
