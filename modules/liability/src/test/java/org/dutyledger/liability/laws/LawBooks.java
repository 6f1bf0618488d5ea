package org.dutyledger.liability.laws;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dutyledger.liability.law.Citation;
import org.dutyledger.liability.law.DutyRule;
import org.dutyledger.liability.law.DutyRule.Addressee;
import org.dutyledger.liability.law.DutyRule.IncidentNotice;
import org.dutyledger.liability.law.DutyRule.RiskNotice;
import org.dutyledger.liability.law.DutyRule.VersionNotice;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Rulebooks;

/** What the rulebooks name, so that a made-up history can meet every one of their rules. */
final class LawBooks {

    static final List<Rulebook> ALL = Rulebooks.all();

    static final List<String> JURISDICTIONS =
            sorted(
                    ALL.stream()
                            .flatMap(it ->
                                    it.states().isEmpty()
                                            ? Stream.of(it.jurisdiction())
                                            : it.states().keySet().stream()));

    static final List<String> CLASSES =
            sorted(
                    ALL.stream()
                            .flatMap(it -> it.duties().stream())
                            .flatMap(it ->
                                    it.versionClasses() == null
                                            ? Stream.of()
                                            : it.versionClasses().stream()));

    static final List<String> ADDRESSEES =
            sorted(
                    ALL.stream()
                            .flatMap(it -> it.duties().stream())
                            .flatMap(LawBooks::addressees)
                            .map(it -> it.prefix() ? it.address() + "any" : it.address()));

    /** The local midnights from which something applies, or no longer applies. */
    static final List<Instant> TURNS = List.copyOf(turns());

    private LawBooks() {}

    private static Stream<Addressee> addressees(DutyRule rule) {
        return switch (rule) {
            case RiskNotice it -> Stream.of(it.to());
            case IncidentNotice it -> it.to().values().stream().flatMap(Collection::stream);
            case DutyRule.Remediate it -> Stream.of();
            case VersionNotice it -> Stream.of();
            case DutyRule.Monitor it -> Stream.of();
        };
    }

    private static Set<Instant> turns() {
        Set<Instant> turns = new TreeSet<>();
        for (Rulebook book : ALL) {
            for (DutyRule rule : book.duties()) {
                Citation citation = rule.citation();
                add(turns, citation.appliesFrom(), book.zone(rule));
                add(turns, citation.appliesTo(), book.zone(rule));
                if (rule instanceof VersionNotice it) {
                    add(turns, it.later(), book.zone(rule));
                }
            }
            add(turns, book.damages().placedFrom(), book.zone());
        }
        return turns;
    }

    private static void add(Set<Instant> turns, LocalDate day, ZoneId zone) {
        if (day != null) {
            turns.add(day.atStartOfDay(zone).toInstant());
        }
    }

    private static List<String> sorted(Stream<String> names) {
        return names.distinct().sorted().toList();
    }
}
