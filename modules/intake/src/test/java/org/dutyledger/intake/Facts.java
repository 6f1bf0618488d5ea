package org.dutyledger.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** Facts as a provider sends them. */
final class Facts {

    private Facts() {}

    /** A valid fact about {@code acme/medchat}. */
    static String valid(String id) {
        return of("medchat", id);
    }

    /** A valid fact about a model of the provider {@code acme}. */
    static String of(String model, String id) {
        return """
        {"specversion":"1.0","id":"%s","source":"/providers/acme/triage","subject":"%s",\
        "type":"org.dutyledger.risk.reported.v1","time":"2026-01-05T10:00:00+08:00",\
        "datacontenttype":"application/json","data":{"risk":"R-1","text":"said %s"}}\
        """
                .formatted(id, model, id);
    }

    /** The ids {@code f0}, {@code f1}, … from a number up to another, which is not in it. */
    static List<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(number -> "f" + number).toList();
    }

    /** Valid facts with those ids. */
    static byte[][] range(int from, int to) {
        return ids(from, to).stream().map(id -> bytes(valid(id))).toArray(byte[][]::new);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
