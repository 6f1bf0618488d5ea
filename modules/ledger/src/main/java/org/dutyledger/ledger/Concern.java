package org.dutyledger.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What a finding is about: of two that agree in model and concern, the later one stands.
 *
 * @param rulebook id
 * @param rule of the duty; null: exposure
 * @param about of the duty; null: exposure
 */
public record Concern(String rulebook, @Nullable String rule, @Nullable String about) {}
