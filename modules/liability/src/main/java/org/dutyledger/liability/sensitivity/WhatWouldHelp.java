package org.dutyledger.liability.sensitivity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData;
import org.dutyledger.contract.FactKey;
import org.dutyledger.contract.ModelId;
import org.dutyledger.liability.Assessor;
import org.dutyledger.liability.answer.Assessment;
import org.dutyledger.liability.history.Cut;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.Rulebook;
import org.jspecify.annotations.Nullable;

/**
 * Which fact or finding would change an answer most. Each candidate happens at {@code asOf}, and
 * the whole history is judged with and without it as of {@code by}; until then each version in
 * service goes on serving as in its last windows. Nothing is stored.
 *
 * @param answer as of {@code asOf}, without any candidate
 * @param by when the answers are compared
 * @param without the answer then, if nothing is done
 * @param changes the most money saved first; a candidate that changes nothing is left out
 * @param tried how many candidates were judged
 * @param untried how many more there are beyond the limit
 */
public record WhatWouldHelp(
        Assessment answer,
        Instant by,
        Standing without,
        List<Change> changes,
        int tried,
        int untried) {

    /** How far ahead answers are compared unless somebody asks for another length. */
    public static final Duration AHEAD = Duration.ofDays(1);

    private static final Candidate NOTHING = Candidate.of("nothing is done", "不采取任何措施");

    /** How many candidates are tried unless somebody asks for another number. */
    public static final int LIMIT = 60;

    /**
     * Tries the candidates of one model.
     *
     * @param facts of any models, each source and id once, in any order
     * @param ahead from {@code asOf} to when the answers are compared
     * @param limit at most so many candidates are tried
     */
    public static WhatWouldHelp of(
            Rulebook rulebook,
            Policy policy,
            Collection<Fact> facts,
            ModelId model,
            Instant asOf,
            @Nullable Instant knownAt,
            Duration ahead,
            int limit) {
        Cut cut = Cut.of(facts, model, asOf, knownAt);
        Assessment shown = Assessor.assess(rulebook, policy, facts, model, asOf, knownAt);
        Supposed supposed = new Supposed(rulebook, policy, cut, model, asOf, asOf.plus(ahead));
        Assessment later = supposed.judge(NOTHING);
        Standing without = Standing.of(later);
        List<Candidate> all = new Candidates(rulebook, policy, cut.facts(), shown, later).all();
        List<Candidate> tried = all.subList(0, Math.min(limit, all.size()));
        List<Change> changes =
                tried.stream()
                        .map(it -> new Change(it, without, Standing.of(supposed.judge(it))))
                        .filter(Change::changes)
                        .sorted(Change.ORDER)
                        .toList();
        return new WhatWouldHelp(
                shown, asOf.plus(ahead), without, changes, tried.size(), all.size() - tried.size());
    }

    /** A history to which facts are added. */
    private record Supposed(
            Rulebook rulebook, Policy policy, Cut cut, ModelId model, Instant now, Instant by) {

        Assessment judge(Candidate candidate) {
            List<Fact> facts = new ArrayList<>(cut.facts());
            for (FactData said : candidate.facts()) {
                facts.add(fact(said, now, facts.size()));
            }
            for (FactData served : ServedOn.windows(cut.facts(), now, by, candidate.warned())) {
                facts.add(fact(served, by, facts.size()));
            }
            return Assessor.assess(rulebook, policy, facts, model, by, null);
        }

        /** The last of the facts at its instant. */
        private Fact fact(FactData data, Instant time, int number) {
            FactKey key =
                    new FactKey(
                            "/providers/%s/~what-if".formatted(model.provider()),
                            "what-if-%09d".formatted(number));
            Instant recorded = cut.knownAt().isAfter(time) ? cut.knownAt() : time;
            return new Fact(key, model, time, recorded, data);
        }
    }
}
