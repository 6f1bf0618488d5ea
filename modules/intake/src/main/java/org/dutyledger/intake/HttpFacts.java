package org.dutyledger.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dutyledger.contract.codec.FactLines;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.contract.codec.HttpEvents;
import org.dutyledger.contract.codec.Reading;
import org.dutyledger.contract.codec.Reason;
import org.springframework.http.HttpStatus;

/** Takes a request apart into facts. */
class HttpFacts {

    /** One structured CloudEvent in each line; a broken line is refused alone. */
    static final String JSON_LINES = "application/x-ndjson";

    private final FactReader reader;

    HttpFacts(FactReader reader) {
        this.reader = reader;
    }

    /**
     * Reads every fact of a request.
     *
     * @throws UnreadableBodyException if the body as a whole is not what its content type says
     */
    List<Reading> read(String contentType, Map<String, String> headers, byte[] body) {
        if (essence(contentType).equals(JSON_LINES)) {
            return lines(body);
        }
        var all = new HashMap<>(headers);
        all.keySet().removeIf("content-type"::equalsIgnoreCase);
        all.put("content-type", contentType);
        return switch (HttpEvents.events(all, body)) {
            case HttpEvents.Body.Events(List<byte[]> events) -> read(events);
            case HttpEvents.Body.Unreadable(Reason reason) -> throw unreadable(reason);
        };
    }

    private List<Reading> read(List<byte[]> events) {
        List<Reading> readings = events.stream().map(reader::read).toList();
        if (readings.size() == 1
                && readings.getFirst() instanceof Reading.Refused refused
                && refused.reasons().getFirst().rule().equals(Reason.JSON)) {
            throw unreadable(refused.reasons().getFirst());
        }
        return readings;
    }

    private List<Reading> lines(byte[] body) {
        var readings = new ArrayList<Reading>();
        try (var lines = new FactLines(new ByteArrayInputStream(body))) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                readings.add(reader.read(line.bytes()));
            }
            return readings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UnreadableBodyException unreadable(Reason reason) {
        HttpStatus status =
                reason.rule().equals(Reason.CONTENT_TYPE)
                        ? HttpStatus.UNSUPPORTED_MEDIA_TYPE
                        : HttpStatus.BAD_REQUEST;
        return new UnreadableBodyException(
                status, "found %s, expected %s".formatted(reason.found(), reason.expected()));
    }

    private static String essence(String contentType) {
        int end = contentType.indexOf(';');
        String essence = end < 0 ? contentType : contentType.substring(0, end);
        return essence.strip().toLowerCase(Locale.ROOT);
    }
}
