package org.dutyledger.liability.damage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData;
import org.dutyledger.contract.FactData.Answer;
import org.dutyledger.contract.FactData.ClaimAdvanced;
import org.dutyledger.contract.FactData.ClaimFiled;
import org.dutyledger.contract.FactData.FindingMade;
import org.dutyledger.contract.FactData.IncidentDetected;
import org.dutyledger.contract.FactData.IncidentKind;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.contract.FactKey;
import org.dutyledger.contract.ModelId;
import org.dutyledger.contract.Money;
import org.dutyledger.liability.history.History;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.PolicyReader;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Rulebooks;
import org.jspecify.annotations.Nullable;

/** A model's facts, and what is known of them, told by a test and judged as of one instant. */
final class Story {

    static final String RELEASED = "2027-01-01T00:00:00Z";
    static final String SERVED = "2027-03-01T00:00:00Z";

    private static final String P1 =
            """
            policy: acme/P1
            effective: 2026-01-01T00:00:00+08:00
            discovery: {confirmed: true, reports: 3, within: P7D}
            remediate: {S1: PT24H, S2: PT72H, S3: P14D, S4: P30D}
            immediate: {notifyConsumers: PT6H, reportAuthority: PT6H, act: PT24H, personalInformation: PT24H}
            remedyEffective: {recurrence: 0.20, window: PT72H}
            warn: {topics: [medical, legal, finance], coverage: 0.99, placements: [at-output]}
            monitor: {every: P7D}
            reportClock: awareness
            dueSoon: 0.5
            repeat: 3
            """;

    final Told told = new Told();
    private final History history = new History();
    private final Rulebook rulebook;
    private Policy policy = policy("");
    private Instant asOf = Instant.parse("2027-06-01T00:00:00Z");
    private int facts;

    private Story(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** Begins with a version v1 on the market. */
    static Story under(String rulebook) {
        return new Story(Rulebooks.load(rulebook)).release("v1", RELEASED, null, null);
    }

    static Policy policy(String more) {
        return PolicyReader.read(P1 + more, Rulebooks.all());
    }

    Story policyWith(String more) {
        policy = policy(more);
        return this;
    }

    Story asOf(String instant) {
        asOf = Instant.parse(instant);
        return this;
    }

    Story say(String time, FactData data) {
        FactKey key = new FactKey("/providers/acme/test", "f%04d".formatted(++facts));
        Instant at = Instant.parse(time);
        history.file(new Fact(key, ModelId.parse("acme/model"), at, at, data));
        return this;
    }

    Story release(
            String version,
            String at,
            @Nullable String previous,
            @Nullable Boolean substantialModification) {
        told.released(version, Instant.parse(at));
        return say(
                at,
                new ModelReleased(
                        version,
                        List.of("CN", "EU"),
                        previous,
                        substantialModification,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of()));
    }

    Story harm(String id, UnaryOperator<Harm> with) {
        return say("2027-05-01T00:00:00Z", with.apply(new Harm(id)).recorded());
    }

    Story found(Question question, String about, Answer answer) {
        return found(question, about, answer, null);
    }

    Story found(Question question, String about, Answer answer, @Nullable String reason) {
        return say(
                "2027-05-02T00:00:00Z",
                new FindingMade(question.wireName(), about, answer, null, reason));
    }

    Story leak(String incident) {
        return say(
                SERVED,
                new IncidentDetected(
                        incident, IncidentKind.DATA_LEAK, null, null, false, false, null));
    }

    Story claim(String claim, String at, String... harms) {
        return say(at, new ClaimFiled(claim, List.of(harms), List.of("acme"), "odr", List.of()));
    }

    Story advance(
            String claim,
            String at,
            String stage,
            @Nullable String amount,
            @Nullable Map<String, BigDecimal> shares) {
        Money money = amount == null ? null : new Money(new BigDecimal(amount), "CNY");
        return say(at, new ClaimAdvanced(claim, stage, money, shares));
    }

    HarmVerdict judge(String harm) {
        return new HarmJudge(rulebook, policy, history, told, asOf).judge(harm);
    }

    JudgedDamages assess(Duty... duties) {
        return Damages.assess(rulebook, policy, history, told, List.of(duties), asOf);
    }

    Evidence evidence() {
        return new Evidence(history, asOf);
    }

    Rulebook rulebook() {
        return rulebook;
    }
}
