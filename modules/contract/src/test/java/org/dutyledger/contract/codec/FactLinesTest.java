package org.dutyledger.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines are numbered as an editor numbers them, and none can fill the memory. */
class FactLinesTest {

    @Test
    void numbersLinesAndLeavesEmptyOnesOut() throws IOException {
        assertThat(lines("{\"a\":1}\r\n\n  \t\r\n{\"b\":2}\n{\"c\":3}"))
                .containsExactly("1 {\"a\":1}", "4 {\"b\":2}", "5 {\"c\":3}");
        assertThat(lines("")).isEmpty();
        assertThat(lines("\n\n")).isEmpty();
    }

    @Test
    void aLineTooLongIsKeptSoFarThatTheReaderSeesIt() throws IOException {
        String line = "x".repeat(10_000_000);
        try (FactLines lines = of(line + "\n{}\n")) {
            FactLines.Line first = lines.next();
            assertThat(first).isNotNull();
            assertThat(first.bytes()).hasSize(FactReader.MAX_BYTES + 1);
            assertThat(((Reading.Refused) new FactReader().read(first.bytes())).reasons())
                    .extracting(Reason::rule)
                    .containsExactly(Reason.TOO_LARGE);
            assertThat(lines.next()).isNotNull().extracting(FactLines.Line::number).isEqualTo(2L);
            assertThat(lines.next()).isNull();
        }
    }

    private static List<String> lines(String text) throws IOException {
        List<String> all = new ArrayList<>();
        try (FactLines lines = of(text)) {
            for (FactLines.Line line; (line = lines.next()) != null; ) {
                all.add(line.number() + " " + new String(line.bytes(), StandardCharsets.UTF_8));
            }
        }
        return all;
    }

    private static FactLines of(String text) {
        return new FactLines(new ByteArrayInputStream(Samples.bytes(text)));
    }
}
