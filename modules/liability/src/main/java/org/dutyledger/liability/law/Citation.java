package org.dutyledger.liability.law;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule stands in the law, and from when it applies.
 *
 * @param rule the id of the row of the law file, a part of a row after a slash
 * @param article the provision, as lawyers cite it
 * @param source key of the source that was read
 * @param appliesFrom first local day, null: always
 * @param appliesTo first local day on which it no longer applies, null: none
 * @param says what the rule asks for, in one sentence
 * @param note how an open point was read, null: none
 * @param paper items of the paper's checklist that the rule represents, such as {@code S27}
 */
public record Citation(
        String rule,
        String article,
        String source,
        Confidence confidence,
        @Nullable LocalDate appliesFrom,
        @Nullable LocalDate appliesTo,
        Wording says,
        @Nullable Wording note,
        List<String> paper) {}
