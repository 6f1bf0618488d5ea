package org.dutyledger.contract.codec;

/**
 * One reason why a fact was not accepted.
 *
 * @param pointer JSON pointer (RFC 6901) to the place in the CloudEvent; empty: the whole
 * @param rule stable code: a JSON Schema keyword ({@code required}, {@code type}, {@code enum}, …)
 *     or one of the constants here
 * @param found what stood there, shortened
 * @param expected what should have stood there
 */
public record Reason(String pointer, String rule, String found, String expected) {

    /** More bytes than a door lets in. */
    public static final String TOO_LARGE = "too-large";

    /** Not well-formed UTF-8 (RFC 3629). */
    public static final String UTF_8 = "utf-8";

    /** Not well-formed JSON (RFC 8259). */
    public static final String JSON = "json";

    /** A name twice in one object. */
    public static final String DUPLICATE_KEY = "duplicate-key";

    /** Nested too deep, or a number or name too long. */
    public static final String LIMIT = "limit";

    /** A number that no IEEE 754 double can stand for: RFC 8785 has no form for it. */
    public static final String NUMBER = "number";

    /** Two values in the wrong order, such as {@code warned} above {@code outputs}. */
    public static final String ORDER = "order";

    /** The partition key is not {@code provider/model}. */
    public static final String PARTITION_KEY = "partition-key";

    /** The data schema is not the published one of the type. */
    public static final String DATA_SCHEMA = "data-schema";

    /** Headers that do not make a CloudEvent. */
    public static final String CONTENT_TYPE = "content-type";
}
