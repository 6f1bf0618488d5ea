package org.dutyledger.contract.codec;

import java.time.Instant;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData;
import org.dutyledger.contract.FactKey;
import org.dutyledger.contract.ModelId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One pass over the bytes of one CloudEvent; ends at the first thing that is wrong. */
final class EventPass {

    private static final String MISSING = "nothing";
    private static final String NAME = "a name of 1 to 256 characters";
    private static final String SOURCE = "/providers/{provider} and the sender's own rest";

    private final byte[] bytes;
    private final JsonParser p;
    private final boolean recordedTimeCounts;

    private int seen;
    private Json.@Nullable Others extensions;
    private @Nullable String specversion;
    private @Nullable String id;
    private @Nullable String source;
    private @Nullable String type;
    private @Nullable String subject;
    private @Nullable Instant time;
    private @Nullable Instant recorded;
    private @Nullable String partitionKey;
    private @Nullable String dataSchema;
    private @Nullable FactData data;
    private int dataFrom = -1;
    private int dataTo;

    private EventPass(byte[] bytes, JsonParser p, boolean recordedTimeCounts) {
        this.bytes = bytes;
        this.p = p;
        this.recordedTimeCounts = recordedTimeCounts;
    }

    static Fact read(byte[] bytes, boolean recordedTimeCounts) throws Refusal {
        if (bytes.length > FactReader.MAX_BYTES) {
            throw new Refusal(
                    new Reason(
                            "",
                            Reason.TOO_LARGE,
                            bytes.length + " bytes",
                            "at most " + FactReader.MAX_BYTES + " bytes"));
        }
        if (!Utf8.isWellFormed(bytes) || Utf8.isOtherEncoding(bytes)) {
            throw new Refusal(
                    new Reason("", Reason.UTF_8, "other bytes", "well-formed UTF-8 (RFC 3629)"));
        }
        try (JsonParser p = Json.parser(bytes, 0, bytes.length)) {
            return new EventPass(bytes, p, recordedTimeCounts).fact();
        }
    }

    private Fact fact() throws Refusal {
        if (p.nextToken() != JsonToken.START_OBJECT) {
            throw p.currentToken() == null
                    ? Refusal.at(p, Reason.JSON, MISSING, "well-formed JSON (RFC 8259)")
                    : Kinds.unexpected(p, "an object");
        }
        for (String name; (name = p.nextName()) != null; ) {
            attribute(name);
        }
        if (p.nextToken() != null) {
            throw Refusal.at(p, Reason.JSON, "more after the object", "one object");
        }
        return whole();
    }

    private void attribute(String name) throws Refusal {
        switch (name) {
            case "specversion" -> specversion = text(0, name);
            case "id" -> id = text(1, name);
            case "source" -> source = text(2, name);
            case "type" -> type = text(3, name);
            case "subject" -> subject = text(4, name);
            case "time" -> time = instant(5, name);
            case "datacontenttype" -> contentType(text(6, name));
            case "dataschema" -> dataSchema = text(7, name);
            case "partitionkey" -> partitionKey = text(8, name);
            case "recordedtime" -> recordedTime(name);
            case "data" -> data(name);
            case "data_base64" -> base64(name);
            default -> {
                extensions = extensions == null ? new Json.Others() : extensions;
                extensions.pass(p, name);
            }
        }
    }

    private void next(int bit, String name) throws Refusal {
        if ((seen & 1 << bit) != 0) {
            throw Json.twice(p, name);
        }
        seen |= 1 << bit;
        p.nextToken();
    }

    /** An attribute that is null is unset (CloudEvents JSON format, section 2.2). */
    private @Nullable String text(int bit, String name) throws Refusal {
        next(bit, name);
        return p.currentToken() == JsonToken.VALUE_NULL ? null : Kinds.string(p);
    }

    private @Nullable Instant instant(int bit, String name) throws Refusal {
        next(bit, name);
        return p.currentToken() == JsonToken.VALUE_NULL ? null : Kinds.INSTANT.read(p);
    }

    private void recordedTime(String name) throws Refusal {
        if (recordedTimeCounts) {
            recorded = instant(9, name);
        } else {
            next(9, name);
            Json.pass(p);
        }
    }

    private void base64(String name) throws Refusal {
        next(11, name);
        if (p.currentToken() != JsonToken.VALUE_NULL) {
            throw Refusal.at(p, Reason.JSON, "binary data", "JSON in data");
        }
    }

    private void contentType(@Nullable String contentType) throws Refusal {
        if (contentType != null && !Text.isJsonMediaType(contentType)) {
            throw Refusal.at(p, "pattern", contentType, "a JSON media type");
        }
    }

    private void data(String name) throws Refusal {
        next(10, name);
        if (type != null) {
            data = shape(type).read(p);
            return;
        }
        // the type comes later: remember where the data is
        dataFrom = (int) p.currentTokenLocation().getByteOffset();
        Json.pass(p);
        dataTo = (int) p.currentLocation().getByteOffset();
    }

    private Fact whole() throws Refusal {
        check("1.0".equals(specversion), "/specversion", specversion, "1.0");
        String id = present(this.id, "/id", NAME);
        check(Text.isName(id), "/id", id, NAME);
        String source = present(this.source, "/source", SOURCE);
        int providerEnd = Text.providerEnd(source);
        check(providerEnd > 0, "/source", source, SOURCE);
        String subject = present(this.subject, "/subject", "a slug");
        check(Text.isSlug(subject, 0, subject.length()), "/subject", subject, "a slug");
        Instant time = present(this.time, "/time", "when it happened");
        String type = present(this.type, "/type", "a type of fact");
        ModelId model = new ModelId(Text.provider(source, providerEnd), subject);
        check(isKey(model), "/partitionkey", partitionKey, "provider/model");
        check(isSchema(type), "/dataschema", dataSchema, "the schema of the type");
        FactData said = data == null ? laterData(type) : data;
        Instant recordedAt = recorded == null ? time : recorded;
        return new Fact(new FactKey(source, id), model, time, recordedAt, said);
    }

    private FactData laterData(String type) throws Refusal {
        check(dataFrom >= 0, "/data", null, "an object");
        try (JsonParser later = Json.parser(bytes, dataFrom, dataTo - dataFrom)) {
            later.nextToken();
            return shape(type).read(later);
        }
    }

    private static Shape<? extends FactData> shape(String type) throws Refusal {
        Shape<? extends FactData> shape = FactShapes.of(type);
        if (shape == null) {
            throw refusal("/type", "enum", type, "a type of the contract");
        }
        return shape;
    }

    private boolean isKey(ModelId model) {
        return partitionKey == null || partitionKey.equals(model.toString());
    }

    private boolean isSchema(String type) {
        return dataSchema == null || Text.isSchemaOf(dataSchema, type);
    }

    private static <T> T present(@Nullable T value, String pointer, String expected)
            throws Refusal {
        if (value == null) {
            throw refusal(pointer, "required", MISSING, expected);
        }
        return value;
    }

    private static void check(
            boolean holds, String pointer, @Nullable String found, String expected) throws Refusal {
        if (!holds) {
            throw refusal(pointer, "pattern", found == null ? MISSING : found, expected);
        }
    }

    private static Refusal refusal(String pointer, String rule, String found, String expected) {
        return new Refusal(new Reason(pointer, rule, Found.shorten(found), expected));
    }
}
