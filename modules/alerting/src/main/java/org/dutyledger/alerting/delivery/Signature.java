package org.dutyledger.alerting.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures by HMAC-SHA256, as receivers check them. */
final class Signature {

    private static final String PREFIX = "whsec_";

    private Signature() {}

    /**
     * As Standard Webhooks has it: {@code v1,} and the signature of {@code id.timestamp.body}.
     *
     * @param secret base64, with or without {@code whsec_}
     */
    static String standard(String secret, String id, long timestamp, String body) {
        String encoded = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
        byte[] key = Base64.getDecoder().decode(encoded);
        return "v1," + hmac(key, id + "." + timestamp + "." + body);
    }

    /** In base64. */
    static String hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
