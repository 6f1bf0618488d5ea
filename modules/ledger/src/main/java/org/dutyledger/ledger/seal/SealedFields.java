package org.dutyledger.ledger.seal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dutyledger.contract.FactData;
import org.dutyledger.contract.FactData.WarningPublished;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Finds personal fields, open or sealed, in the bytes of a fact and puts others in their place.
 * Every byte around them stays as it is.
 *
 * <p>Personal are {@code victim} and free {@code text} in {@code data}. The text of a published
 * warning is not: it is public by its nature.
 */
public final class SealedFields {

    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] BLANK = "\"sealed\"".getBytes(StandardCharsets.US_ASCII);

    private SealedFields() {}

    /** The fact with a mere word for each sealed field: enough for a reader that needs none. */
    public static byte[] blank(byte[] fact) {
        return mentions(fact, "\"sealed\"")
                ? replace(fact, personal(fact, true), _ -> BLANK)
                : fact;
    }

    /** The open personal fields of a fact as a sender sent it. */
    static List<PersonalField> open(FactData data, byte[] fact) {
        if (!mayBePersonal(fact)) {
            return List.of();
        }
        List<PersonalField> fields = personal(fact, false);
        return data instanceof WarningPublished
                ? fields.stream().filter(field -> !field.name().equals("text")).toList()
                : fields;
    }

    /** The sealed fields of a stored fact. */
    static List<PersonalField> sealed(byte[] fact) {
        return mentions(fact, "\"sealed\"") ? personal(fact, true) : List.of();
    }

    /** The fact with each field's value replaced. */
    static byte[] replace(
            byte[] fact, List<PersonalField> fields, Function<PersonalField, byte[]> value) {
        if (fields.isEmpty()) {
            return fact;
        }
        var out = new ByteArrayOutputStream(fact.length + 128 * fields.size());
        int copied = 0;
        for (PersonalField field : fields) {
            out.write(fact, copied, field.from() - copied);
            out.writeBytes(value.apply(field));
            copied = field.to();
        }
        out.write(fact, copied, fact.length - copied);
        return out.toByteArray();
    }

    /** Whether a personal field's name occurs, or a character is escaped, as a name may be. */
    private static boolean mayBePersonal(byte[] fact) {
        for (int i = 0; i < fact.length - 1; i++) {
            boolean may =
                    switch (fact[i]) {
                        case '"' -> matches(fact, i, "\"text\"") || matches(fact, i, "\"victim\"");
                        case '\\' -> fact[i + 1] == 'u';
                        default -> false;
                    };
            if (may) {
                return true;
            }
        }
        return false;
    }

    /** Whether an ASCII text occurs. */
    private static boolean mentions(byte[] fact, String text) {
        byte first = (byte) text.charAt(0);
        byte second = (byte) text.charAt(1);
        for (int i = 0; i <= fact.length - text.length(); i++) {
            if (fact[i] == first && fact[i + 1] == second && matches(fact, i, text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] fact, int from, String text) {
        if (fact.length - from < text.length()) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (fact[from + i] != (byte) text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static List<PersonalField> personal(byte[] fact, boolean sealed) {
        List<PersonalField> fields = new ArrayList<>(2);
        try (JsonParser p = JSON.createParser(ObjectReadContext.empty(), fact)) {
            p.nextToken();
            for (String name; (name = p.nextName()) != null; ) {
                p.nextToken();
                if (name.equals("data") && p.currentToken() == JsonToken.START_OBJECT) {
                    inData(p, sealed, fields);
                } else {
                    p.skipChildren();
                }
            }
        }
        return fields;
    }

    private static void inData(JsonParser p, boolean sealed, List<PersonalField> fields) {
        for (String name; (name = p.nextName()) != null; ) {
            JsonToken token = p.nextToken();
            int from = (int) p.currentTokenLocation().getByteOffset();
            boolean wanted = name.equals("victim") || name.equals("text");
            p.finishToken();
            p.skipChildren();
            if (wanted
                    && token != JsonToken.VALUE_NULL
                    && (!sealed || token == JsonToken.START_OBJECT)) {
                int to = (int) p.currentLocation().getByteOffset();
                fields.add(new PersonalField(name, from, to));
            }
        }
    }
}
