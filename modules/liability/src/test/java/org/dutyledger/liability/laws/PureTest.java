package org.dutyledger.liability.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.dutyledger.contract.Fact;
import org.dutyledger.liability.answer.AnswerWriter;
import org.dutyledger.liability.history.Cut;
import org.dutyledger.liability.history.SourcedFact;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.laws.LegalHistory.Asked;
import org.junit.jupiter.api.Test;

/** Law 1: the same facts, law and instants give the same bytes, in any order, on any machine. */
class PureTest {

    @Test
    void theOrderOfArrivalMeansNothing() {
        Histories.each(
                60,
                seed -> {
                    LegalHistory history = LegalHistory.of(seed);
                    List<SourcedFact> sent = new ArrayList<>(history.sent());
                    List<byte[]> answers = answers(history, Cut.firsts(sent));
                    for (int i = 0; i < 2; i++) {
                        Collections.shuffle(sent, new Random(seed + i));
                        assertThat(answers(history, Cut.firsts(sent)))
                                .usingElementComparator(Arrays::compare)
                                .containsExactlyElementsOf(answers);
                    }
                });
    }

    @Test
    void anotherMachineGivesTheSameBytes() {
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        List<LegalHistory> histories =
                Histories.seeds(20).limit(500).mapToObj(LegalHistory::of).toList();
        try {
            live("UTC", "en-US");
            List<byte[]> here = answers(histories);
            live("Pacific/Kiritimati", "ar-EG-u-nu-arab");
            List<byte[]> there = answers(histories);
            assertThat(there)
                    .usingElementComparator(Arrays::compare)
                    .containsExactlyElementsOf(here);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    private static void live(String zone, String locale) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        Locale.setDefault(Locale.forLanguageTag(locale));
    }

    private static List<byte[]> answers(List<LegalHistory> histories) {
        return histories.stream().flatMap(it -> answers(it, it.facts()).stream()).toList();
    }

    private static List<byte[]> answers(LegalHistory history, Collection<Fact> facts) {
        List<byte[]> answers = new ArrayList<>();
        for (Rulebook book : LawBooks.ALL) {
            for (Asked it : history.asked()) {
                answers.add(
                        AnswerWriter.bytes(
                                Engine.assess(
                                        book,
                                        history.policy(),
                                        facts,
                                        LegalHistory.MODEL,
                                        it.asOf(),
                                        it.knownAt())));
            }
        }
        return answers;
    }
}
