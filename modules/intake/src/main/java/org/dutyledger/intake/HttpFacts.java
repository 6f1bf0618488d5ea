package org.dutyledger.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.contract.codec.Reading;
import org.springframework.http.HttpStatus;

/** Takes a request apart into facts. */
class HttpFacts {

    /** One structured CloudEvent in each line; a broken line is refused alone. */
    static final String JSON_LINES = "application/x-ndjson";

    private final FactReader reader;

    HttpFacts(FactReader reader) {
        this.reader = reader;
    }

    List<Reading> read(String contentType, Map<String, String> headers, byte[] body) {
        return switch (essence(contentType)) {
            case "application/cloudevents+json" -> List.of(reader.read(body));
            case JSON_LINES -> lines(body);
            default ->
                    throw new UnreadableBodyException(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "the content type %s is none of a fact".formatted(contentType));
        };
    }

    private List<Reading> lines(byte[] body) {
        var readings = new ArrayList<Reading>();
        int start = 0;
        for (int at = 0; at <= body.length; at++) {
            if (at == body.length || body[at] == '\n') {
                byte[] line = Arrays.copyOfRange(body, start, at);
                if (!blank(line)) {
                    readings.add(reader.read(line));
                }
                start = at + 1;
            }
        }
        return readings;
    }

    private static boolean blank(byte[] line) {
        for (byte each : line) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }

    private static String essence(String contentType) {
        int end = contentType.indexOf(';');
        String essence = end < 0 ? contentType : contentType.substring(0, end);
        return essence.strip().toLowerCase(Locale.ROOT);
    }
}
