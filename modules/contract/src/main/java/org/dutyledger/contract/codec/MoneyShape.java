package org.dutyledger.contract.codec;

import org.dutyledger.contract.Money;

/** Money on the wire: the amount a decimal string, the currency by ISO 4217. */
final class MoneyShape {

    static final Kind<String> CURRENCY = Kinds.matching("[A-Z]{3}");

    static final Shape<Money> MONEY =
            new Shape<>(v -> new Money(v.get(0), v.get(1)))
                    .needs("amount", Kinds.AMOUNT)
                    .needs("currency", CURRENCY);

    private MoneyShape() {}
}
