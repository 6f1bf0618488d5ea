package org.dutyledger.liability.damage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.dutyledger.liability.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class CentsTest {

    static List<JsonNode> halfUp() {
        return Vectors.of("halfUp");
    }

    @ParameterizedTest
    @MethodSource("halfUp")
    void roundsHalfUp(JsonNode vector) {
        BigDecimal exact = new BigDecimal(vector.required("in").asString());
        assertThat(Cents.of(exact)).hasToString(vector.required("out").asString());
        assertThat(Cents.of(Ratio.of(exact))).hasToString(vector.required("out").asString());
    }

    @Test
    void roundsAFractionThatNoDecimalHolds() {
        Ratio twoThirds = Ratio.of(BigInteger.TWO, BigInteger.valueOf(3));
        assertThat(Cents.of(twoThirds)).hasToString("0.67");
        assertThat(Cents.of(twoThirds.times(Ratio.of(3)))).hasToString("2.00");
    }

    @Test
    void wholeNumbersGetTwoDecimals() {
        assertThat(Cents.of(new BigDecimal("1E+3"))).hasToString("1000.00");
        assertThat(Cents.of(Ratio.of(new BigDecimal("1E+3")))).hasToString("1000.00");
    }

    @Test
    void aSumOfNothingIsNothing() {
        assertThat(Cents.sum(List.of())).hasToString("0.00");
    }

    @Test
    void fractionsAreExact() {
        Ratio third = Ratio.of(BigInteger.ONE, BigInteger.valueOf(3));
        assertThat(third.plus(third).plus(third)).isEqualTo(Ratio.ONE);
        assertThat(Ratio.of(2).over(Ratio.of(6))).isEqualTo(third);
        assertThat(Ratio.of(new BigDecimal("2.5")).floor()).isEqualTo(2);
        assertThat(Ratio.of(new BigDecimal("-2.5")).floor()).isEqualTo(-3);
        assertThat(Ratio.of(BigInteger.ONE, BigInteger.TWO.negate()))
                .isEqualTo(Ratio.of(new BigDecimal("-0.5")));
    }
}
