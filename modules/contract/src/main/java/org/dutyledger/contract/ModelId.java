package org.dutyledger.contract;

/**
 * The model (product) a fact is about: the provider of the CloudEvents {@code source} and the
 * {@code subject}. Written {@code provider/model}; the Kafka key and the aggregate identifier.
 *
 * @param provider the first segment of {@code source} after {@code /providers/}
 * @param model the CloudEvents {@code subject}, a slug
 */
public record ModelId(String provider, String model) implements Comparable<ModelId> {

    /**
     * Reads {@code provider/model}.
     *
     * @throws IllegalArgumentException if there is no single inner slash
     */
    public static ModelId parse(String text) {
        int slash = text.indexOf('/');
        if (slash <= 0 || slash == text.length() - 1 || text.indexOf('/', slash + 1) >= 0) {
            throw new IllegalArgumentException("not a model id, expected provider/model: " + text);
        }
        return new ModelId(text.substring(0, slash), text.substring(slash + 1));
    }

    /** As the written forms compare, which are not made for it. */
    @Override
    public int compareTo(ModelId other) {
        int order = provider.compareTo(other.provider);
        if (order == 0) {
            return model.compareTo(other.model);
        }
        if (provider.startsWith(other.provider)) {
            return provider.charAt(other.provider.length()) - '/';
        }
        if (other.provider.startsWith(provider)) {
            return '/' - other.provider.charAt(provider.length());
        }
        return order;
    }

    @Override
    public String toString() {
        return provider + "/" + model;
    }
}
