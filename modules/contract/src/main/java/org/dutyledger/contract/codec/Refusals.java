package org.dutyledger.contract.codec;

import java.util.List;

/** Finds every reason why a fact is refused, and what can still be read of it. */
final class Refusals {

    private Refusals() {}

    static Reading.Refused of(byte[] bytes, boolean recorded, Reason first) {
        Glimpse glimpse = Glimpse.of(bytes);
        return new Reading.Refused(
                bytes,
                List.of(first),
                glimpse.source(),
                glimpse.id(),
                glimpse.type(),
                glimpse.subject());
    }
}
