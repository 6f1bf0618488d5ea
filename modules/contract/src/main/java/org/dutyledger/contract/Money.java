package org.dutyledger.contract;

import java.math.BigDecimal;

/**
 * An amount in one currency. Never converted, never added to another currency.
 *
 * @param amount exact decimal, as the sender wrote it
 * @param currency ISO 4217 alphabetic code
 */
public record Money(BigDecimal amount, String currency) {}
