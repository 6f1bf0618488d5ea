package org.dutyledger.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.RecordedFacts;
import org.dutyledger.liability.Assessor;
import org.dutyledger.liability.answer.Assessment;
import org.dutyledger.liability.answer.ProviderExposure;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.sensitivity.WhatWouldHelp;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges a model anew from the record alone. */
@Component
class Judging {

    private final RecordedFacts record;
    private final Policies policies;
    private final Clock clock;

    Judging(RecordedFacts record, Policies policies, Clock clock) {
        this.record = record;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * What to judge by.
     *
     * @param asOf as given, null: now
     * @param knownAt as given, null: everything recorded
     * @param policy its id, null: the one this service judges by
     */
    record Question(
            Rulebook rulebook,
            @Nullable String asOf,
            @Nullable String knownAt,
            @Nullable String policy) {}

    /** An answer with what it was computed from; {@code facts} in fact order. */
    record Judged(Assessment answer, Rulebook rulebook, Policy policy, List<Fact> facts) {}

    /**
     * Tries what would change the answer.
     *
     * @throws NotFoundException if no fact of the model is on record
     */
    WhatWouldHelp whatWouldHelp(ModelId model, Question question, Duration ahead, int limit) {
        Policy policy = policies.find(question.policy());
        Instant asOf = Parameters.instant("asOf", question.asOf());
        return WhatWouldHelp.of(
                question.rulebook(),
                policy,
                facts(model),
                model,
                asOf == null ? clock.instant() : asOf,
                Parameters.instant("knownAt", question.knownAt()),
                ahead,
                limit);
    }

    private List<Fact> facts(ModelId model) {
        List<Fact> facts = record.facts(model);
        if (facts.isEmpty()) {
            throw new NotFoundException("no fact of model %s is on record".formatted(model));
        }
        return facts;
    }

    /**
     * Judges.
     *
     * @throws NotFoundException if no fact of the model is on record
     */
    Judged judge(ModelId model, Question question) {
        Policy policy = policies.find(question.policy());
        Instant asOf = Parameters.instant("asOf", question.asOf());
        Instant knownAt = Parameters.instant("knownAt", question.knownAt());
        List<Fact> facts = facts(model);
        Assessment answer =
                Assessor.assess(
                        question.rulebook(),
                        policy,
                        facts,
                        model,
                        asOf == null ? clock.instant() : asOf,
                        knownAt);
        return new Judged(
                answer, question.rulebook(), policy, facts.stream().sorted(Fact.ORDER).toList());
    }

    /**
     * Judges every model of a provider as of one instant, and joins them.
     *
     * @throws NotFoundException if no fact of the provider is on record
     */
    ProviderExposure provider(String provider, Question question) {
        Policy policy = policies.find(question.policy());
        Instant given = Parameters.instant("asOf", question.asOf());
        Instant knownAt = Parameters.instant("knownAt", question.knownAt());
        Instant asOf = given == null ? clock.instant() : given;
        Rulebook rulebook = question.rulebook();
        List<Assessment> answers =
                record.models().stream()
                        .filter(model -> model.provider().equals(provider))
                        .map(model ->
                                Assessor.assess(
                                        rulebook,
                                        policy,
                                        record.facts(model),
                                        model,
                                        asOf,
                                        knownAt))
                        .toList();
        if (answers.isEmpty()) {
            throw new NotFoundException("no fact of provider %s is on record".formatted(provider));
        }
        return ProviderExposure.of(provider, rulebook, policy, asOf, answers);
    }
}
