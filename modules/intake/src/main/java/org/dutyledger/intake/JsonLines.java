package org.dutyledger.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a stream of JSON lines into requests; blank lines are skipped, none is looked into. */
final class JsonLines {

    /** A longer line does not fit into a request and is not sent. */
    static final int MOST_BYTES = FactLimits.BODY_BYTES - 2;

    private static final int CHUNK_BYTES = 4 * 1024 * 1024;

    private final InputStream in;
    private long bytesRead;
    private long line;
    private boolean ended;
    private byte @Nullable [] carried;

    JsonLines(InputStream in) {
        this.in = in;
    }

    /**
     * What one request carries.
     *
     * @param body whole lines
     * @param lines number of each line in the body, from 1
     * @param tooLong numbers of lines that were passed over
     */
    record Chunk(byte[] body, List<Long> lines, List<Long> tooLong) {}

    /** How much of the stream has been taken. */
    long bytesRead() {
        return bytesRead;
    }

    /** The next lines, at most a thousand; null at the end. */
    @Nullable Chunk next() throws IOException {
        var body = new ByteArrayOutputStream();
        var lines = new ArrayList<Long>();
        var tooLong = new ArrayList<Long>();
        while (lines.size() + tooLong.size() < FactLimits.CHUNK) {
            byte[] text = carried == null ? readLine(tooLong) : carried;
            carried = null;
            if (text == null) {
                break;
            }
            if (body.size() > 0 && body.size() + text.length > CHUNK_BYTES) {
                carried = text;
                break;
            }
            body.writeBytes(text);
            body.write('\n');
            lines.add(line);
        }
        return lines.isEmpty() && tooLong.isEmpty()
                ? null
                : new Chunk(body.toByteArray(), lines, tooLong);
    }

    /** The next line that is neither blank nor too long; null at the end. */
    private byte @Nullable [] readLine(List<Long> tooLong) throws IOException {
        while (!ended) {
            var text = new ByteArrayOutputStream(1024);
            boolean blank = true;
            long length = 0;
            line++;
            for (int each = read(); each != '\n' && !ended; each = read()) {
                blank &= each == ' ' || each == '\t' || each == '\r';
                if (length++ < MOST_BYTES) {
                    text.write(each);
                }
            }
            if (length > MOST_BYTES) {
                tooLong.add(line);
            } else if (!blank) {
                return text.toByteArray();
            }
        }
        return null;
    }

    private int read() throws IOException {
        int each = in.read();
        if (each < 0) {
            ended = true;
        } else {
            bytesRead++;
        }
        return each;
    }
}
