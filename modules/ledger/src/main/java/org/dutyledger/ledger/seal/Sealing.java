package org.dutyledger.ledger.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactKey;
import org.dutyledger.ledger.IncomingFact;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Seals the personal fields of a fact before it is stored, and opens them again where the key still
 * exists. The sealed value is {@code {"sealed":"...","key":"..."}}: nonce, ciphertext and tag in
 * base64url without padding, and the number of the data subject's key.
 *
 * <p>The data subject is the victim where one is named; a text that names none has a subject of its
 * own, so that it can be erased alone.
 */
public final class Sealing {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String VICTIM = "victim ";
    private static final byte[] ERASED = "\"erased\"".getBytes(US_ASCII);

    private final SubjectKeys keys;

    public Sealing(SubjectKeys keys) {
        this.keys = keys;
    }

    /**
     * Looks for the personal fields of facts. Makes the keys of victims, so not for use inside a
     * transaction.
     */
    public Personal find(List<IncomingFact> facts) {
        List<List<PersonalField>> fields =
                facts.stream().map(f -> SealedFields.open(f.fact().data(), f.bytes())).toList();
        Map<Integer, String> subjects = new HashMap<>();
        for (int i = 0; i < facts.size(); i++) {
            if (!fields.get(i).isEmpty()) {
                IncomingFact fact = facts.get(i);
                subjects.put(i, subject(fact.fact(), fact.bytes(), fields.get(i)));
            }
        }
        Set<String> victims =
                subjects.values().stream()
                        .filter(subject -> subject.startsWith(VICTIM))
                        .collect(Collectors.toSet());
        return new Personal(facts, fields, subjects, keys.of(victims));
    }

    /** The personal fields of a batch of facts. */
    public final class Personal {

        private final List<IncomingFact> facts;
        private final List<List<PersonalField>> fields;
        private final Map<Integer, String> subjects;
        private final Map<String, SubjectKeys.Numbered> victims;

        private Personal(
                List<IncomingFact> facts,
                List<List<PersonalField>> fields,
                Map<Integer, String> subjects,
                Map<String, SubjectKeys.Numbered> victims) {
            this.facts = facts;
            this.fields = fields;
            this.subjects = subjects;
            this.victims = victims;
        }

        /**
         * The bytes of each fact, with its personal fields sealed if it is new to the record. For
         * use in the transaction that records the new ones: it keeps the keys of their texts.
         */
        public List<byte[]> seal(IntPredicate isNew) {
            Map<String, SubjectKeys.Numbered> known = new HashMap<>(victims);
            known.putAll(keys.begin(textsOf(isNew)));
            List<byte[]> sealed = new ArrayList<>(facts.size());
            for (int i = 0; i < facts.size(); i++) {
                String subject = isNew.test(i) ? subjects.get(i) : null;
                sealed.add(
                        subject == null
                                ? facts.get(i).bytes()
                                : sealed(facts.get(i), fields.get(i), known.get(subject)));
            }
            return sealed;
        }

        private Set<String> textsOf(IntPredicate isNew) {
            Set<String> texts = new HashSet<>();
            subjects.forEach((i, subject) -> {
                if (isNew.test(i) && !victims.containsKey(subject)) {
                    texts.add(subject);
                }
            });
            return texts;
        }
    }

    private static byte[] sealed(
            IncomingFact fact, List<PersonalField> fields, SubjectKeys.@Nullable Numbered key) {
        Objects.requireNonNull(key);
        return SealedFields.replace(
                fact.bytes(), fields, field -> seal(fact.fact().key(), fact.bytes(), field, key));
    }

    private static String subject(Fact fact, byte[] bytes, List<PersonalField> fields) {
        for (PersonalField field : fields) {
            if (field.name().equals("victim")) {
                return VICTIM + fact.model().provider() + " " + string(bytes, field);
            }
        }
        return "text " + fact.key();
    }

    private static String string(byte[] bytes, PersonalField field) {
        try (JsonParser p =
                JSON.createParser(
                        ObjectReadContext.empty(),
                        bytes,
                        field.from(),
                        field.to() - field.from())) {
            return p.nextToken() == JsonToken.VALUE_STRING
                    ? p.getString()
                    : new String(bytes, field.from(), field.to() - field.from(), UTF_8);
        }
    }

    private static byte[] seal(
            FactKey fact, byte[] bytes, PersonalField field, SubjectKeys.Numbered key) {
        byte[] plain = Arrays.copyOfRange(bytes, field.from(), field.to());
        byte[] sealed = Aes.seal(key.key(), plain, context(fact, field));
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        return "{\"sealed\":\"%s\",\"key\":\"%d\"}".formatted(text, key.number()).getBytes(UTF_8);
    }

    /** A sealed value moved to another fact or field does not open. */
    private static byte[] context(FactKey fact, PersonalField field) {
        return (fact + " " + field.name()).getBytes(UTF_8);
    }

    /** The fact as it came; a field whose key was destroyed reads {@code "erased"}. */
    public byte[] open(FactKey fact, byte[] stored) {
        return SealedFields.replace(
                stored, SealedFields.sealed(stored), field -> open(fact, stored, field));
    }

    private byte[] open(FactKey fact, byte[] stored, PersonalField field) {
        String sealed = null;
        long number = -1;
        try (JsonParser p =
                JSON.createParser(
                        ObjectReadContext.empty(),
                        stored,
                        field.from(),
                        field.to() - field.from())) {
            p.nextToken();
            for (String name; (name = p.nextName()) != null; ) {
                p.nextToken();
                switch (name) {
                    case "sealed" -> sealed = p.getString();
                    case "key" -> number = Long.parseLong(p.getString());
                    default -> p.skipChildren();
                }
            }
        }
        if (sealed == null) {
            throw new IllegalStateException("not a sealed field: " + field.name() + " of " + fact);
        }
        SecretKey key = keys.numbered(number);
        return key == null
                ? ERASED
                : Aes.open(key, Base64.getUrlDecoder().decode(sealed), context(fact, field));
    }
}
