package org.dutyledger.ledger;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The law that the record is judged by as it grows.
 *
 * @param rulebooks ids of built-in rulebooks
 * @param policy a file, or {@code classpath:} and a resource
 */
@ConfigurationProperties("dutyledger.judge")
public record JudgeProperties(
        @DefaultValue("cn-product") List<String> rulebooks,
        @DefaultValue("classpath:policy/default.yaml") String policy) {}
