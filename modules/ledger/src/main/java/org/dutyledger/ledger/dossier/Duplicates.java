package org.dutyledger.ledger.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.dutyledger.contract.FactKey;
import org.dutyledger.contract.codec.CanonicalJson;
import org.dutyledger.ledger.IncomingFact;
import org.dutyledger.ledger.Verdict.Outcome;
import org.dutyledger.ledger.dossier.DossierRecorder.Digested;
import org.dutyledger.ledger.seal.LedgerKey;
import org.dutyledger.ledger.seal.Sealing;
import org.dutyledger.ledger.store.FactIds;

/** Tells new facts from those that came before, in the same batch or in the record. */
final class Duplicates {

    /** After so many facts of which none came before, none is expected among the next. */
    private static final int CLEAN_FACTS = 20_000;

    private final FactIds ids;
    private final LedgerKey key;
    private final Sealing sealing;
    private final AtomicInteger clean = new AtomicInteger();

    Duplicates(FactIds ids, LedgerKey key, Sealing sealing) {
        this.ids = ids;
        this.key = key;
        this.sealing = sealing;
    }

    /** A keyed digest of each fact's bytes as they came. */
    List<byte[]> digests(List<IncomingFact> facts) {
        return facts.stream().map(fact -> key.digest(fact.bytes())).toList();
    }

    /**
     * Looks every fact up from now on: one of them was on record. The record itself refuses a fact
     * twice, so that the look-up is spared while all are new, and a batch that is refused is judged
     * again.
     */
    void expect() {
        clean.set(0);
    }

    /** What becomes of each fact of the batch, in its order. */
    List<Outcome> outcomes(Digested batch) {
        Set<FactKey> keys = LinkedHashSet.newLinkedHashSet(batch.facts().size());
        batch.facts().forEach(fact -> keys.add(fact.fact().key()));
        Map<FactKey, FactIds.Known> known = known(keys);
        Map<FactKey, Integer> firsts = HashMap.newHashMap(batch.facts().size());
        List<Outcome> outcomes = new ArrayList<>(batch.facts().size());
        for (int i = 0; i < batch.facts().size(); i++) {
            FactKey fact = batch.facts().get(i).fact().key();
            FactIds.Known stored = known.get(fact);
            Integer first = firsts.putIfAbsent(fact, i);
            if (stored != null) {
                outcomes.add(again(isStored(batch, i, stored)));
            } else if (first != null) {
                outcomes.add(again(isSame(batch, i, first)));
            } else {
                outcomes.add(Outcome.RECORDED);
            }
        }
        return outcomes;
    }

    private Map<FactKey, FactIds.Known> known(Set<FactKey> keys) {
        if (clean.get() >= CLEAN_FACTS) {
            return Map.of();
        }
        Map<FactKey, FactIds.Known> known = ids.known(keys);
        if (known.isEmpty()) {
            clean.addAndGet(keys.size());
        } else {
            clean.set(0);
        }
        return known;
    }

    private static Outcome again(boolean same) {
        return same ? Outcome.DUPLICATE : Outcome.CONFLICT;
    }

    private static boolean isSame(Digested batch, int one, int other) {
        return Arrays.equals(batch.digests().get(one), batch.digests().get(other))
                || CanonicalJson.sameContent(
                        batch.facts().get(one).bytes(), batch.facts().get(other).bytes());
    }

    private boolean isStored(Digested batch, int i, FactIds.Known stored) {
        if (Arrays.equals(stored.digest(), batch.digests().get(i))) {
            return true;
        }
        IncomingFact fact = batch.facts().get(i);
        return CanonicalJson.sameContent(
                fact.bytes(), sealing.open(fact.fact().key(), ids.payload(stored)));
    }
}
