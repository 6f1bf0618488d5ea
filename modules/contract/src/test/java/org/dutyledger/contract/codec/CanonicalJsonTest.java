package org.dutyledger.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 8785, and what counts as the same content. */
class CanonicalJsonTest {

    /** The example of RFC 8785, section 3.2.2 and 3.2.3. */
    @Test
    void exampleOfTheRfc() {
        String json =
                """
                {"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                 "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                 "literals": [null, true, false]}\
                """;

        assertThat(text(CanonicalJson.of(Samples.bytes(json))))
                .isEqualTo(
                        "{\"literals\":[null,true,false],"
                                + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void digestOfTheEmptyObject() {
        // printf '{}' | sha256sum
        assertThat(CanonicalJson.digest(Samples.bytes(" { } ")))
                .isEqualTo(
                        "sha-256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }

    @Test
    void whatHasNoFormIsRefused() {
        assertThatThrownBy(() -> CanonicalJson.of("{\"a\":1,\"a\":1}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.of("{\"a\":"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'id':'a','data':{'x':1.0}} | {'data':{'x':1},'id':'a'} | true",
                "{'id':'a'} | {'id':'a','recordedtime':'t','partitionkey':'k'} | true",
                "{'recordedtime':'t','id':'a','partitionkey':12} | {'partitionkey':[],'id':'a'} | true",
                "{'id':true,'partitionkey':null,'n':12} | {'n':12,'id':true} | true",
                "{'partitionkey':'k'} | {} | true",
                "{'id':'a'} | {'id':'b'} | false",
                "{'id':'a','data':{'recordedtime':1}} | {'id':'a','data':{'recordedtime':2}} | false",
                "{'id':'a','extra':1} | {'id':'a'} | false",
                "{'amount':'6000.00'} | {'amount':'6000.0'} | false"
            })
    void sameContent(String one, String other, boolean same) {
        byte[] a = Samples.bytes(one.replace('\'', '"'));
        byte[] b = Samples.bytes(other.replace('\'', '"'));

        assertThat(CanonicalJson.sameContent(a, b)).isEqualTo(same);
        assertThat(CanonicalJson.sameContent(b, a)).isEqualTo(same);
    }

    @Test
    void everySampleHasAFormAndEqualsItself() {
        assertThat(Samples.all())
                .allSatisfy(line -> {
                    byte[] form = CanonicalJson.of(line);
                    assertThat(CanonicalJson.of(form)).isEqualTo(form);
                    assertThat(CanonicalJson.sameContent(form, Samples.bytes(line))).isTrue();
                });
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
