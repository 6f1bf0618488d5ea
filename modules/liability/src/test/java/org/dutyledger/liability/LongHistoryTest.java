package org.dutyledger.liability;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData;
import org.dutyledger.contract.FactData.Counts;
import org.dutyledger.contract.FactData.CoverageObserved;
import org.dutyledger.contract.FactData.Measure;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.contract.FactData.MonitoringPerformed;
import org.dutyledger.contract.FactData.NoticeSent;
import org.dutyledger.contract.FactData.RemedyApplied;
import org.dutyledger.contract.FactData.RemedyMeasured;
import org.dutyledger.contract.FactData.RiskConfirmed;
import org.dutyledger.contract.FactData.Severity;
import org.dutyledger.contract.FactData.WarningPublished;
import org.dutyledger.contract.FactKey;
import org.dutyledger.contract.ModelId;
import org.dutyledger.liability.law.LawInForce;
import org.dutyledger.liability.law.PolicyReader;
import org.dutyledger.liability.law.Rulebooks;
import org.junit.jupiter.api.Test;

/** A long, orderly life of one model: what a fact costs must not grow with what came before. */
class LongHistoryTest {

    private static final ModelId MODEL = new ModelId("acme", "medchat");
    private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");
    private static final int FACTS = Integer.getInteger("longHistory", 20_000);
    private static final int ROUND = 40;

    private static LawInForce law() {
        return new LawInForce(
                Rulebooks.load("cn-product"),
                PolicyReader.read(
                        """
                        policy: acme/P1
                        effective: 2026-01-01T00:00:00+08:00
                        discovery: {confirmed: true, reports: 3, within: P7D}
                        remediate: {S1: PT24H, S2: PT72H, S3: P14D, S4: P30D}
                        immediate: {notifyConsumers: PT6H, reportAuthority: PT6H, act: PT24H, personalInformation: PT24H}
                        remedyEffective: {recurrence: 0.20, window: PT72H}
                        warn: {topics: [medical, legal, finance], coverage: 0.99, placements: [at-output, before-use, label]}
                        monitor: {every: P7D}
                        reportClock: awareness
                        dueSoon: 0.5
                        repeat: 3
                        """,
                        Rulebooks.all()));
    }

    @Test
    void theWorkForAFactDoesNotGrow() {
        DossierState state = new DossierState(MODEL, List.of(law()));
        long judgedEarly = 0;
        for (int i = 0; i < FACTS; i++) {
            Fact fact = fact(i);
            state.judge(fact.recorded());
            state.file(fact);
            state.judge(fact.recorded());
            if (i == 10 * ROUND) {
                judgedEarly = state.judged();
            }
        }
        long perRoundEarly = judgedEarly / 10;
        long perRound = state.judged() / (FACTS / ROUND);
        assertThat(perRound).isLessThanOrEqualTo(perRoundEarly * 6 / 5);
        assertThat(perRound).isLessThan(3L * ROUND);
    }

    @Test
    void theStateDoesNotGrow() {
        DossierState state = new DossierState(MODEL, List.of(law()));
        Map<String, byte[]> kept = new HashMap<>();
        int early = 0;
        for (int i = 0; i < FACTS; i++) {
            Fact fact = fact(i);
            state.judge(fact.recorded());
            Set<String> needed = state.needs(fact);
            assertThat(needed.stream().filter(kept::containsKey)).isEmpty();
            state.take(needed, Map.of());
            state.file(fact);
            state.judge(fact.recorded());
            if (i % 500 == 499) {
                DossierState.Parts parts = state.putAway();
                kept.putAll(parts.keep());
                kept.keySet().removeAll(parts.discard());
            }
            if (i == 1_999) {
                early = state.write().length;
            }
        }
        int late = state.write().length;
        assertThat(late).isLessThanOrEqualTo(2 * early).isLessThan(64 * 1024);
        assertThat(kept).hasSizeGreaterThan(FACTS / 100);
    }

    private static Fact fact(int i) {
        Instant at = START.plus(Duration.ofMinutes(10L * i));
        return new Fact(
                new FactKey("/providers/acme/telemetry", "f" + i), MODEL, at, at, say(i, at));
    }

    /** In each round a risk is found, told of, remedied and measured; windows go on meanwhile. */
    private static FactData say(int i, Instant at) {
        if (i < 3) {
            return new ModelReleased(
                    "v" + i,
                    List.of("CN"),
                    i == 0 ? null : "v" + (i - 1),
                    false,
                    List.of("chat"),
                    List.of("medical", "finance"),
                    List.of(),
                    List.of(),
                    List.of());
        }
        if (i == 4) {
            return new WarningPublished("W", "zh-CN", null, null, null, null, "at-output");
        }
        String risk = "R-" + i / ROUND;
        String remedy = "M-" + i / ROUND;
        return switch (i % ROUND) {
            case 3 ->
                    new RiskConfirmed(
                            risk, Severity.S2, null, null, null, null, null, List.of(), null);
            case 5 -> new NoticeSent("N-" + i, "consumers", risk, null);
            case 6 -> new NoticeSent("N-" + i, "authority:cn-cac", risk, null);
            case 9 ->
                    new RemedyApplied(remedy, List.of(risk), Measure.HOTFIX, null, BigDecimal.ONE);
            case 30 ->
                    new RemedyMeasured(
                            remedy,
                            risk,
                            new Counts(10, 1000),
                            new Counts(1, 1000),
                            Duration.ofHours(72));
            case 20 -> new MonitoringPerformed("weekly", null, null, null);
            default ->
                    new CoverageObserved(
                            "v" + i % 3,
                            at.minus(Duration.ofMinutes(30)),
                            at,
                            1000,
                            999,
                            "chat",
                            null,
                            "zh-CN",
                            0);
        };
    }
}
