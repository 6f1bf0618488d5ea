package org.dutyledger.alerting.route;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or something that is told.
 *
 * @param url where to, unless {@code urlFrom} says so
 * @param urlFrom of an address that is itself a secret
 * @param secretFrom signs what is sent
 * @param to mail addresses
 * @param language {@code en}, {@code zh} or {@code both}; null: both
 */
public record Receiver(
        Channel channel,
        @Nullable URI url,
        @Nullable Secret urlFrom,
        @Nullable Secret secretFrom,
        @Nullable List<String> to,
        @Nullable String language) {

    /** By what it is told. */
    public enum Channel {
        @JsonProperty("webhook")
        WEBHOOK,
        @JsonProperty("alertmanager")
        ALERTMANAGER,
        @JsonProperty("slack")
        SLACK,
        @JsonProperty("teams")
        TEAMS,
        @JsonProperty("feishu")
        FEISHU,
        @JsonProperty("dingtalk")
        DINGTALK,
        @JsonProperty("wecom")
        WECOM,
        @JsonProperty("mail")
        MAIL;

        /** As it is written in routes. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where to. */
    public URI address() {
        if (url != null) {
            return url;
        }
        if (urlFrom == null) {
            throw new IllegalStateException("a receiver by " + channel + " has no url");
        }
        return URI.create(urlFrom.read());
    }

    /** Whether it reads English. */
    public boolean english() {
        return !"zh".equals(language);
    }

    /** Whether it reads Chinese. */
    public boolean chinese() {
        return !"en".equals(language);
    }
}
