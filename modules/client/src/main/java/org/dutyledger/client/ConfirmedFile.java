package org.dutyledger.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** Up to which number Kafka has everything, {@code sequence:long crc:long}. */
final class ConfirmedFile implements AutoCloseable {

    private static final int SIZE = 2 * Long.BYTES;

    private final FileChannel channel;

    ConfirmedFile(Path file) throws IOException {
        channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
    }

    /** 0 if it is not told or damaged: then everything is sent again, under the ids it had. */
    long read() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE);
        int read = channel.read(bytes, 0);
        long sequence = bytes.getLong(0);
        return read == SIZE && bytes.getLong(Long.BYTES) == crc(sequence) ? sequence : 0;
    }

    void write(long sequence) throws IOException {
        channel.write(ByteBuffer.allocate(SIZE).putLong(sequence).putLong(crc(sequence)).flip(), 0);
    }

    private static long crc(long number) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
        return crc.getValue();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
