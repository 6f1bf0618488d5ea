package org.dutyledger.app.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.dutyledger.liability.law.InvalidLawException;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.PolicyReader;
import org.dutyledger.liability.law.Rulebooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** The policy the service judges by: the provider's own, or an example until there is one. */
@Configuration(proxyBeanMethods = false)
class Law {

    private static final Logger LOG = LoggerFactory.getLogger(Law.class);
    private static final ClassPathResource EXAMPLE = new ClassPathResource("policy.yaml");

    @Bean
    Policy policy(LawProperties properties) {
        Path file = properties.policy();
        if (file == null) {
            LOG.info(
                    "no policy is set (DUTYLEDGER_POLICY): judging by the example that comes along");
        }
        try {
            return PolicyReader.read(
                    file == null ? example() : Files.readString(file), Rulebooks.all());
        } catch (InvalidLawException e) {
            throw StartRefused.because(
                    e.problems().stream()
                            .map(problem -> "\n  " + problem)
                            .collect(
                                    Collectors.joining(
                                            "",
                                            "the policy %s cannot be used:".formatted(file),
                                            "")));
        } catch (IOException e) {
            throw StartRefused.because("the policy %s cannot be read: %s".formatted(file, e));
        }
    }

    private static String example() throws IOException {
        try (InputStream in = EXAMPLE.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
