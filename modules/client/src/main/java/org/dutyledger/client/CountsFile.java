package org.dutyledger.client;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The counts of one bucket, in a file mapped into memory: a process that is killed leaves them
 * there.
 *
 * <p>{@code bucket:long from:long used:long (length:int series outputs:long warned:long)*}, where
 * {@code used} moves last, so that what lies before it is whole. Bucket 0: no bucket is open.
 */
final class CountsFile {

    /**
     * What was counted.
     *
     * @param series by which
     * @param outputs answers
     * @param warned of them with a warning
     */
    record Count(Series series, long outputs, long warned) {}

    private static final int SIZE = 1 << 20;
    private static final int BUCKET = 0;
    private static final int FROM = Long.BYTES;
    private static final int USED = 2 * Long.BYTES;
    private static final int HEAD = 3 * Long.BYTES;

    private final MappedByteBuffer map;
    private final Map<Series, Integer> places = new HashMap<>();

    CountsFile(Path file) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            map = channel.map(FileChannel.MapMode.READ_WRITE, 0, SIZE);
        }
    }

    long bucket() {
        return map.getLong(BUCKET);
    }

    /** Start of the bucket, in milliseconds of the epoch. */
    long from() {
        return map.getLong(FROM);
    }

    void begin(long bucket, long from) {
        map.putLong(FROM, from).putLong(USED, HEAD).putLong(BUCKET, bucket);
    }

    /**
     * Adds to a series.
     *
     * @return false: no room for one more series
     */
    boolean add(Series series, long outputs, long warned) {
        Integer place = places.get(series);
        if (place == null) {
            byte[] bytes = series.bytes();
            int used = (int) map.getLong(USED);
            place = used + Integer.BYTES + bytes.length;
            if (place + 2 * Long.BYTES > SIZE) {
                return false;
            }
            map.putInt(used, bytes.length).put(used + Integer.BYTES, bytes);
            map.putLong(place, 0).putLong(place + Long.BYTES, 0);
            map.putLong(USED, place + 2L * Long.BYTES);
            places.put(series, place);
        }
        // outputs first: a process that dies in between leaves an answer without its warning, which
        // speaks against the provider, never for it
        map.putLong(place, map.getLong(place) + outputs);
        map.putLong(place + Long.BYTES, map.getLong(place + Long.BYTES) + warned);
        return true;
    }

    /** What was counted in the open bucket. */
    List<Count> counts() {
        List<Count> counts = new ArrayList<>();
        int used = (int) map.getLong(USED);
        int at = HEAD;
        while (at < used) {
            byte[] series = new byte[map.getInt(at)];
            map.get(at + Integer.BYTES, series);
            int place = at + Integer.BYTES + series.length;
            counts.add(
                    new Count(
                            Series.read(series),
                            map.getLong(place),
                            map.getLong(place + Long.BYTES)));
            at = place + 2 * Long.BYTES;
        }
        return counts;
    }

    /** Ends the bucket: what was counted is in the outbox. */
    void clear() {
        map.putLong(BUCKET, 0);
        places.clear();
    }

    void force() {
        map.force();
    }
}
