package org.dutyledger.feed;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.ModelId;
import org.dutyledger.contract.codec.WebhookSignature;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A webhook that follows the feed.
 *
 * @param name under which its position is kept: another name begins anew
 * @param url where findings are posted, http or https
 * @param secrets base64 of 24 to 64 bytes; several while one is replaced
 * @param after where a new subscription begins: a sequence, or {@code last}, the end of the record
 * @param provider as in {@link FeedFilter}, and so are the others
 */
public record Subscription(
        String name,
        URI url,
        List<String> secrets,
        @DefaultValue("last") String after,
        @Nullable String provider,
        @DefaultValue Set<String> models,
        @DefaultValue Set<String> types,
        @Nullable String rulebook,
        @Nullable String rule,
        @Nullable String about,
        @Nullable String kind,
        @DefaultValue Set<Duty.Status> status) {

    /** Refuses what cannot work, before anything is sent. */
    public Subscription {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            throw new IllegalArgumentException(
                    "the webhook name %s is not of lower-case letters, digits and -"
                            .formatted(name));
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (url.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new IllegalArgumentException(
                    "webhook %s: %s is not an http or https address".formatted(name, url));
        }
        if (!after.matches("last|[0-9]{1,18}")) {
            throw new IllegalArgumentException(
                    "webhook %s: after is %s, expected a sequence or last".formatted(name, after));
        }
        var _ = new WebhookSignature(secrets);
        types = types.stream().map(FeedFilter::type).collect(Collectors.toUnmodifiableSet());
    }

    FeedFilter filter() {
        Set<ModelId> of = models.stream().map(ModelId::parse).collect(Collectors.toSet());
        return new FeedFilter(provider, of, types, rulebook, rule, about, kind, status);
    }

    long begin(long last) {
        return after.equals("last") ? last : Long.parseLong(after);
    }

    /** Its secrets are nobody's business. */
    @Override
    public String toString() {
        return "webhook %s to %s".formatted(name, url);
    }
}
