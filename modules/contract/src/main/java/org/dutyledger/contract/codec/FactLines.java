package org.dutyledger.contract.codec;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file of JSON lines: one event a line, empty lines left out. Of a line longer than a fact may be
 * only so much is kept that the reader sees it is too large.
 */
public final class FactLines implements Closeable {

    private static final int KEPT = FactReader.MAX_BYTES + 1;

    private final InputStream in;
    private long number;

    /** Closing this closes the stream. */
    public FactLines(InputStream in) {
        this.in = in instanceof BufferedInputStream ? in : new BufferedInputStream(in, 1 << 16);
    }

    /**
     * One line.
     *
     * @param number from 1, empty lines counted
     * @param bytes without the end of the line
     */
    public record Line(long number, byte[] bytes) {}

    /** The next line that is not empty; null: the end. */
    public @Nullable Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        boolean blank = true;
        for (int b; (b = in.read()) >= 0; ) {
            if (b == '\n') {
                number++;
                if (!blank) {
                    return new Line(number, trimmed(line));
                }
                line.reset();
            } else {
                blank &= b == ' ' || b == '\t' || b == '\r';
                if (line.size() < KEPT) {
                    line.write(b);
                }
            }
        }
        number++;
        return blank ? null : new Line(number, trimmed(line));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static byte[] trimmed(ByteArrayOutputStream line) {
        byte[] bytes = line.toByteArray();
        boolean carriage = bytes.length < KEPT && bytes[bytes.length - 1] == '\r';
        return carriage ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
    }
}
