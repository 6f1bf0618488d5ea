package org.dutyledger.alerting.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What an alert is about: there is one alert to a key, whatever happens to it.
 *
 * @param model {@code provider/model}
 * @param rulebook id; of what no rulebook judges empty
 * @param rule of the duty; else {@code exposure}, {@code exposure-growth} or {@code feed}
 * @param about of the duty; else the model
 */
public record AlertKey(String model, String rulebook, String rule, String about) {

    private static final int ID_BYTES = 10;

    /** A name for links and receivers: the same for the same key, for ever. */
    public String id() {
        String text = String.join("\n", model, rulebook, rule, about);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
