package org.dutyledger.app.service;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the service judges by.
 *
 * @param policy YAML file of the provider's policy; null: the one that comes with the product
 */
@ConfigurationProperties("dutyledger.law")
public record LawProperties(@Nullable Path policy) {}
