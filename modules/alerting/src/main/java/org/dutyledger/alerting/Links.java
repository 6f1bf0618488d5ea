package org.dutyledger.alerting;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.dutyledger.alerting.alert.AlertKey;

/**
 * Where what an alert is about can be read.
 *
 * @param base the root of the service as people reach it
 */
record Links(URI base) {

    String to(AlertKey key) {
        String root = base.toString().replaceAll("/+$", "");
        String model = root + "/api/v1/models/" + key.model();
        if (key.rulebook().isEmpty()) {
            return model;
        }
        return key.rule().startsWith("exposure")
                ? model + "/exposure?rulebook=" + encoded(key.rulebook())
                : model
                        + "/explain?rulebook=%s&rule=%s&about=%s"
                                .formatted(
                                        encoded(key.rulebook()),
                                        encoded(key.rule()),
                                        encoded(key.about()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
