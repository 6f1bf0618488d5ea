package org.dutyledger.intake.windows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Adds the parts of each window and tells it when its time and grace are over, and again a grace
 * after late counts. By the clock on the wall, not by the time of other records: the last window of
 * a model that falls silent closes too. What a window is told as depends on its counts alone.
 */
final class WindowCloser extends ContextualProcessor<String, Counts, byte[], byte[]> {

    static final String WINDOWS = "windows";
    static final String WAITING = "waiting";
    static final String DUE = "due";

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final long SLACK = Duration.ofDays(1).toMillis();
    private static final int MOST_AT_ONCE = 20_000;

    /** A due entry is named by 16 digits of its time, by what is due, and by its window. */
    private static final int DIGITS = 16;

    private static final char TELL = 'T';
    private static final char FORGET = 'X';

    private final WindowsProperties properties;
    private final CoverageJson json;
    private @Nullable Stores stores;

    /** Its state: the counts of each window, which of them are to be told, and what is due when. */
    private record Stores(
            KeyValueStore<String, Counts> windows,
            KeyValueStore<String, Counts> waiting,
            KeyValueStore<String, Counts> due) {}

    WindowCloser(WindowsProperties properties, CoverageJson json) {
        this.properties = properties;
        this.json = json;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        super.init(context);
        var its =
                new Stores(
                        context.getStateStore(WINDOWS),
                        context.getStateStore(WAITING),
                        context.getStateStore(DUE));
        stores = its;
        context.schedule(EVERY, PunctuationType.WALL_CLOCK_TIME, now -> doWhatIsDue(its, now));
    }

    @Override
    public void process(Record<String, Counts> part) {
        Stores its = stores;
        if (its == null) {
            throw new IllegalStateException("not initialised");
        }
        String window = part.key();
        Counts before = its.windows.get(window);
        its.windows.put(window, before == null ? part.value() : before.plus(part.value()));
        long end = WindowKey.read(window).from().plus(properties.length()).toEpochMilli();
        if (before == null) {
            // counts that are not too old may still be under way when the window is
            its.due.put(
                    due(end + properties.oldest().toMillis() + SLACK, FORGET, window), Counts.NONE);
        }
        if (its.waiting.get(window) == null) {
            long from = Math.max(end, context().currentSystemTimeMs());
            its.waiting.put(window, Counts.NONE);
            its.due.put(due(from + properties.grace().toMillis(), TELL, window), Counts.NONE);
        }
    }

    private static String due(long at, char what, String window) {
        return String.format(Locale.ROOT, "%016d", at) + what + window;
    }

    private void doWhatIsDue(Stores its, long now) {
        List<String> all = new ArrayList<>();
        try (KeyValueIterator<String, Counts> each =
                its.due.range(due(0, TELL, ""), due(now, FORGET, ""))) {
            while (each.hasNext() && all.size() < MOST_AT_ONCE) {
                all.add(each.next().key);
            }
        }
        for (String it : all) {
            its.due.delete(it);
            String window = it.substring(DIGITS + 1);
            if (it.charAt(DIGITS) == FORGET) {
                its.windows.delete(window);
            } else {
                its.waiting.delete(window);
                tell(window, its.windows.get(window), now);
            }
        }
    }

    private void tell(String text, @Nullable Counts counts, long now) {
        if (counts != null) {
            WindowKey window = WindowKey.read(text);
            context()
                    .forward(
                            new Record<>(
                                    window.model().toString().getBytes(UTF_8),
                                    json.fact(window, counts),
                                    now));
        }
    }
}
