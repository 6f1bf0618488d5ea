package org.dutyledger.contract.codec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** JSON as the border takes it: within limits, no name twice, only numbers that a double holds. */
final class Json {

    static final int DEEPEST = 64;
    static final int LONGEST_NUMBER = 100;

    static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxNumberLength(LONGEST_NUMBER)
                                    .maxStringLength(FactReader.MAX_BYTES)
                                    .maxNameLength(FactReader.MAX_BYTES)
                                    .build())
                    .recyclerPool(JsonRecyclerPools.threadLocalPool())
                    .build();

    private Json() {}

    static JsonParser parser(byte[] bytes, int from, int length) {
        return FACTORY.createParser(ObjectReadContext.empty(), bytes, from, length);
    }

    /** Passes over the value the parser stands on, with all the checks that hold everywhere. */
    static void pass(JsonParser p) throws Refusal {
        switch (p.currentToken()) {
            case START_OBJECT -> {
                Set<String> names = new HashSet<>();
                for (String name; (name = p.nextName()) != null; ) {
                    if (!names.add(name)) {
                        throw twice(p, name);
                    }
                    p.nextToken();
                    pass(p);
                }
            }
            case START_ARRAY -> {
                while (p.nextToken() != JsonToken.END_ARRAY) {
                    pass(p);
                }
            }
            case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT -> number(p);
            default -> {}
        }
    }

    /** Checks the number the parser stands on. */
    static void number(JsonParser p) throws Refusal {
        if (p.currentToken() == JsonToken.VALUE_NUMBER_FLOAT && !holds(p)) {
            throw Refusal.at(p, Reason.NUMBER, p.getString(), DOUBLE);
        }
    }

    static final String DOUBLE = "a number that an IEEE 754 double can stand for";

    /** Whether a double stands for this number: it neither overflows nor underflows. */
    static boolean isDouble(String number) {
        double value = Double.parseDouble(number);
        return Double.isFinite(value) && (value != 0 || isZero(number));
    }

    static Refusal twice(JsonParser p, String name) {
        return Refusal.at(p, Reason.DUPLICATE_KEY, name, "each name once");
    }

    private static boolean holds(JsonParser p) {
        int from = p.getStringOffset();
        char[] text = p.getStringCharacters();
        for (int i = from; i < from + p.getStringLength(); i++) {
            if ((text[i] | 0x20) == 'e') {
                return isDouble(p.getString());
            }
        }
        return true;
    }

    private static boolean isZero(String number) {
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c >= '1' && c <= '9') {
                return false;
            }
            if ((c | 0x20) == 'e') {
                return true;
            }
        }
        return true;
    }

    /** The names met in one object that its reader does not know; most objects have few. */
    static final class Others {
        private final List<String> names = new ArrayList<>(4);

        void pass(JsonParser p, String name) throws Refusal {
            if (names.contains(name)) {
                throw twice(p, name);
            }
            names.add(name);
            p.nextToken();
            Json.pass(p);
        }
    }
}
