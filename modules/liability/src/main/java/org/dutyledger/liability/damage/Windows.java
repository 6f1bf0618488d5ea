package org.dutyledger.liability.damage;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dutyledger.contract.FactData.CoverageObserved;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.liability.duty.Knowledge;
import org.dutyledger.liability.history.CoverageWindows;
import org.dutyledger.liability.history.Subject.Kind;
import org.dutyledger.liability.law.DutyRule;
import org.dutyledger.liability.law.LanguageRange;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.time.Interval;
import org.dutyledger.liability.time.Intervals;
import org.jspecify.annotations.Nullable;

/** Closed windows of outputs served, the latest revision of each (rules 33, 56). */
final class Windows {

    private final Rulebook rulebook;
    private final Policy policy;
    private final Evidence evidence;
    private final Knowledge knowledge;

    Windows(Rulebook rulebook, Policy policy, Evidence evidence, Knowledge knowledge) {
        this.rulebook = rulebook;
        this.policy = policy;
        this.evidence = evidence;
        this.knowledge = knowledge;
    }

    /**
     * A window.
     *
     * @param unwarned outputs that lacked a due warning; 0 where none was due
     */
    record Window(String version, Instant from, Instant to, long outputs, long unwarned) {

        /** Which share of its length lies in these. */
        Ratio share(Intervals when) {
            BigInteger inside = inside(when);
            return inside.signum() == 0 ? Ratio.ZERO : Ratio.of(inside).over(Ratio.of(length()));
        }

        /** The nanoseconds of it that lie in these. */
        BigInteger inside(Intervals when) {
            BigInteger inside = BigInteger.ZERO;
            for (Interval it : when.list()) {
                Instant begins = it.from().isAfter(from) ? it.from() : from;
                Instant ends = it.to() == null || it.to().isAfter(to) ? to : it.to();
                if (begins.isBefore(ends)) {
                    inside = inside.add(new Interval(begins, ends).nanos());
                }
            }
            return inside;
        }

        /** Its nanoseconds. */
        BigInteger length() {
            return new Interval(from, to).nanos();
        }
    }

    /** Those of relevant versions that served outputs. */
    List<Window> all() {
        List<Window> windows = new ArrayList<>();
        for (String version : evidence.ids(Kind.COVERAGE)) {
            if (knowledge.relevant(version)) {
                Set<String> needed = needed(version);
                for (CoverageObserved it :
                        CoverageWindows.latest(evidence.about(Kind.COVERAGE, version))) {
                    if (it.outputs() > 0) {
                        long unwarned = due(it, needed) ? it.outputs() - it.warned() : 0;
                        windows.add(
                                new Window(version, it.from(), it.to(), it.outputs(), unwarned));
                    }
                }
            }
        }
        return windows;
    }

    private Set<String> needed(String version) {
        ModelReleased release = evidence.release(version);
        if (release == null || release.topics() == null) {
            return policy.warn().topics();
        }
        Set<String> needed = new HashSet<>(release.topics());
        needed.retainAll(policy.warn().topics());
        return needed;
    }

    /** Whether the window can decide a duty to warn. */
    private boolean due(CoverageObserved window, Set<String> needed) {
        if (!rulebook.damages().potential().unwarned() || needed.isEmpty()) {
            return false;
        }
        return (window.topic() == null || needed.contains(window.topic()))
                && rulebook.duties().stream().anyMatch(rule -> warnsIn(rule, window.locale()));
    }

    private static boolean warnsIn(DutyRule rule, @Nullable String locale) {
        return rule instanceof DutyRule.VersionNotice notice
                && notice.byTopics()
                && (locale == null || LanguageRange.holds(notice.language(), locale));
    }
}
