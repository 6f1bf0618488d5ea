package org.dutyledger.contract.codec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The canonical form of JSON (RFC 8785) and its digest.
 *
 * <p>As the RFC says, a number counts as the IEEE 754 double nearest to it: two integers above 2^53
 * may have the same form. Amounts are strings and keep every digit.
 */
public final class CanonicalJson {

    private static final String DIGEST = "sha-256:";

    private CanonicalJson() {}

    /**
     * The canonical form.
     *
     * @throws IllegalArgumentException if the bytes are not a JSON object or array with each name
     *     once
     */
    public static byte[] of(byte[] json) {
        return of(new String(json, StandardCharsets.UTF_8));
    }

    /** As {@link #of(byte[])}. */
    public static byte[] of(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedUTF8();
        } catch (IOException e) {
            throw new IllegalArgumentException("no canonical form: " + e.getMessage(), e);
        }
    }

    /** SHA-256 of the canonical form: {@code sha-256:} and lower-case hex (semantics rule 62). */
    public static String digest(byte[] json) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(of(json));
            return DIGEST + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Whether two events say the same: their canonical forms without {@code recordedtime} and
     * {@code partitionkey}, which belong to the transport, are equal.
     */
    public static boolean sameContent(byte[] one, byte[] other) {
        return Arrays.equals(one, other) || Arrays.equals(content(one), content(other));
    }

    private static byte[] content(byte[] event) {
        return of(Members.without(event, "recordedtime", "partitionkey"));
    }
}
