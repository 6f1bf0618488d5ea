package org.dutyledger.ledger.dossier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dutyledger.ledger.JudgeProperties;
import org.dutyledger.liability.law.LawInForce;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.PolicyReader;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Rulebooks;
import org.springframework.core.io.ClassPathResource;

/** Reads the configured rulebooks and policy. */
final class LawFiles {

    private static final String CLASSPATH = "classpath:";

    private LawFiles() {}

    static List<LawInForce> read(JudgeProperties properties) {
        List<Rulebook> rulebooks = properties.rulebooks().stream().map(Rulebooks::load).toList();
        Policy policy = PolicyReader.read(text(properties.policy()), rulebooks);
        return rulebooks.stream().map(rulebook -> new LawInForce(rulebook, policy)).toList();
    }

    private static String text(String location) {
        try {
            return location.startsWith(CLASSPATH)
                    ? new ClassPathResource(location.substring(CLASSPATH.length()))
                            .getContentAsString(StandardCharsets.UTF_8)
                    : Files.readString(Path.of(location));
        } catch (IOException e) {
            throw new UncheckedIOException("the policy cannot be read: " + location, e);
        }
    }
}
