package org.dutyledger.liability.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.JsonNode;

/** The one form of a data model (RFC 8785) and its digest (semantics rule 62). */
public final class Canonical {

    private Canonical() {}

    /** RFC 8785 bytes. */
    public static byte[] bytes(JsonNode document) {
        return bytes(document.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** RFC 8785 bytes of a JSON document. */
    public static byte[] bytes(byte[] document) {
        try {
            return new JsonCanonicalizer(document).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException("not representable in RFC 8785", e);
        }
    }

    /** {@code sha-256:} and the lower-case hex of the RFC 8785 bytes. */
    public static String digest(JsonNode document) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return "sha-256:" + HexFormat.of().formatHex(sha256.digest(bytes(document)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
