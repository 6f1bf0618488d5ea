package org.dutyledger.ledger.dossier;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Objects;
import java.util.function.Function;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.jspecify.annotations.Nullable;

/**
 * Dossiers in memory, a bounded number. An entry whose last event is not the one that the dossier's
 * locked row names is stale (another instance wrote, or a transaction did not come to its end): it
 * is dropped, and the dossier is loaded anew.
 */
final class DossierCache implements Cache {

    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;
    private final Function<String, @Nullable Long> lastNumber;

    /**
     * @param lastNumber of a model's last event, by its locked row; null: no row is locked
     */
    DossierCache(long size, Function<String, @Nullable Long> lastNumber) {
        this.entries = Caffeine.newBuilder().maximumSize(size).recordStats().build();
        this.lastNumber = lastNumber;
    }

    /** Hits and misses, for the meters. */
    com.github.benmanes.caffeine.cache.Cache<Object, Object> entries() {
        return entries;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the framework declares it
    public <K, V> @Nullable V get(K model) {
        Object entry = entries.getIfPresent(model);
        if (entry != null && isStale((String) model, (AggregateCacheEntry<?>) entry)) {
            entries.invalidate(model);
            return null;
        }
        return (V) entry;
    }

    private boolean isStale(String model, AggregateCacheEntry<?> entry) {
        // An entry of this process holds its aggregate, and gives it back whatever it is passed.
        Long cached = entry.recreateAggregate(null, null, null).version();
        return !Objects.equals(cached, lastNumber.apply(model));
    }

    @Override
    public void put(Object model, Object entry) {
        entries.put(model, entry);
    }

    @Override
    public boolean putIfAbsent(Object model, Object entry) {
        return entries.asMap().putIfAbsent(model, entry) == null;
    }

    @Override
    public boolean remove(Object model) {
        return entries.asMap().remove(model) != null;
    }

    @Override
    public void removeAll() {
        entries.invalidateAll();
    }

    @Override
    public boolean containsKey(Object model) {
        return entries.asMap().containsKey(model);
    }

    /** Nothing in this process listens to the cache. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("the cache of dossiers has no listeners");
    }
}
