package org.dutyledger.web;

import java.util.Locale;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Wording;

/**
 * A rulebook in a list.
 *
 * @param duties how many rules make duties
 */
record RulebookSummary(
        String id,
        String digest,
        String jurisdiction,
        String layer,
        String currency,
        String zone,
        Wording title,
        int duties) {

    static RulebookSummary of(Rulebook rulebook) {
        return new RulebookSummary(
                rulebook.id(),
                rulebook.digest(),
                rulebook.jurisdiction(),
                rulebook.layer().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                rulebook.currency(),
                rulebook.zone().getId(),
                rulebook.title(),
                rulebook.duties().size());
    }
}
