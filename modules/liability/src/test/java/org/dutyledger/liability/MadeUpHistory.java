package org.dutyledger.liability;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData;
import org.dutyledger.contract.FactData.Activity;
import org.dutyledger.contract.FactData.Answer;
import org.dutyledger.contract.FactData.ClaimFiled;
import org.dutyledger.contract.FactData.Counts;
import org.dutyledger.contract.FactData.CoverageObserved;
import org.dutyledger.contract.FactData.Defect;
import org.dutyledger.contract.FactData.FactWithdrawn;
import org.dutyledger.contract.FactData.FindingMade;
import org.dutyledger.contract.FactData.HarmItem;
import org.dutyledger.contract.FactData.HarmRecorded;
import org.dutyledger.contract.FactData.IncidentDetected;
import org.dutyledger.contract.FactData.IncidentHandled;
import org.dutyledger.contract.FactData.IncidentKind;
import org.dutyledger.contract.FactData.IncidentSized;
import org.dutyledger.contract.FactData.Measure;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.contract.FactData.ModelWithdrawn;
import org.dutyledger.contract.FactData.MonitoringPerformed;
import org.dutyledger.contract.FactData.NoticeSent;
import org.dutyledger.contract.FactData.PartyDeclared;
import org.dutyledger.contract.FactData.RemedyApplied;
import org.dutyledger.contract.FactData.RemedyMeasured;
import org.dutyledger.contract.FactData.RemedyReverted;
import org.dutyledger.contract.FactData.RiskConfirmed;
import org.dutyledger.contract.FactData.RiskDismissed;
import org.dutyledger.contract.FactData.RiskReported;
import org.dutyledger.contract.FactData.RiskRescored;
import org.dutyledger.contract.FactData.Severity;
import org.dutyledger.contract.FactData.WarningPublished;
import org.dutyledger.contract.FactData.WarningWithdrawn;
import org.dutyledger.contract.FactKey;
import org.dutyledger.contract.ModelId;
import org.dutyledger.contract.Money;
import org.jspecify.annotations.Nullable;

/**
 * A seeded history of every kind of fact: late ones, ones that lie in the future, at equal
 * instants, and withdrawn ones. Few ids, so that facts meet.
 */
final class MadeUpHistory {

    static final ModelId MODEL = new ModelId("acme", "medchat");

    private static final String SOURCE = "/providers/acme/ledger";
    private static final List<String> RISKS = List.of("R-1", "R-2", "R-3");
    private static final List<String> VERSIONS = List.of("v1", "v2", "v3", "v4");
    private static final List<String> REMEDIES = List.of("M-1", "M-2", "M-3");
    private static final List<String> INCIDENTS = List.of("I-1", "I-2", "I-3");
    private static final List<String> TOPICS = List.of("medical", "legal", "general");
    private static final List<String> SURFACES = List.of("chat", "web");
    private static final List<String> RECIPIENTS =
            List.of(
                    "consumers",
                    "individuals",
                    "authority:cn-cac-provincial",
                    "authority:cn-cac",
                    "authority:cn-police",
                    "authority:cn-cii-protection",
                    "authority:eu-msa",
                    "authority:eu-ai-office",
                    "authority:us-ca-oes",
                    "authority:us-ny-dfs",
                    "authority:us-il-iema-ohs");

    private final SplittableRandom random;
    private final List<Fact> facts = new ArrayList<>();
    private final int stretch;
    private Instant recorded;

    private MadeUpHistory(long seed, int stretch) {
        this.stretch = stretch;
        this.random = new SplittableRandom(seed);
        List<String> starts =
                List.of(
                        "2025-08-25T00:00:00Z",
                        "2026-07-20T00:00:00Z",
                        "2026-12-20T00:00:00Z",
                        "2027-11-20T00:00:00Z");
        this.recorded = Instant.parse(any(starts));
    }

    /** In the order of recording, each at a record time of its own. */
    static List<Fact> of(long seed, int length) {
        return of(seed, length, 1);
    }

    /**
     * @param stretch how many times longer all takes
     */
    static List<Fact> of(long seed, int length, int stretch) {
        MadeUpHistory history = new MadeUpHistory(seed, stretch);
        while (history.facts.size() < length) {
            history.next();
        }
        return history.facts;
    }

    private void next() {
        recorded = recorded.plus(Duration.ofMinutes(1 + random.nextInt(24 * 60 * stretch)));
        FactData data = say();
        FactKey key = new FactKey(SOURCE, "f" + facts.size());
        facts.add(new Fact(key, MODEL, time(), recorded, data));
    }

    private Instant time() {
        int how = random.nextInt(20);
        if (how < 10) {
            return recorded;
        }
        if (how < 14) {
            return recorded.minus(Duration.ofMinutes(random.nextInt(600)));
        }
        if (how < 16) {
            return recorded.minus(Duration.ofHours(random.nextInt(24 * 15 * stretch)));
        }
        if (how < 18) {
            return recorded.plus(Duration.ofHours(random.nextInt(24 * 5)));
        }
        return facts.isEmpty() ? recorded : any(facts).time();
    }

    private FactData say() {
        return switch (random.nextInt(26)) {
            case 0, 1 -> released();
            case 2 -> new ModelWithdrawn(any(VERSIONS), null);
            case 3, 4, 5 -> reported();
            case 6, 7 -> confirmed();
            case 8 -> new RiskRescored(any(RISKS), any(Severity.values()), null, null);
            case 9 -> new RiskDismissed(any(RISKS), "not one");
            case 10, 11, 12 -> applied();
            case 13 -> new RemedyReverted(any(REMEDIES), null);
            case 14, 15 -> measured();
            case 16 -> published();
            case 17 -> chance(3) ? new WarningWithdrawn(any(warnings()), null) : published();
            case 18, 19 -> covered();
            case 20 -> new NoticeSent("N", any(RECIPIENTS), anyOf(RISKS, INCIDENTS), form());
            case 21 -> incident();
            case 22 -> sized();
            case 23 ->
                    chance(4)
                            ? new IncidentHandled(any(INCIDENTS))
                            : new MonitoringPerformed("weekly", null, null, null);
            case 24 -> money();
            default -> wrong();
        };
    }

    private FactData released() {
        return new ModelReleased(
                any(VERSIONS),
                chance(4) ? List.of("CN") : List.of("CN", "EU", "US-CA", "US-NY", "US-IL"),
                chance(2) ? null : any(VERSIONS),
                chance(2) ? null : chance(2),
                chance(2) ? null : some(SURFACES),
                chance(3) ? null : some(TOPICS),
                chance(3) ? List.of() : List.of("eu-high-risk", "eu-gpai-systemic", "us-frontier"),
                chance(3) ? some(RISKS) : List.of(),
                chance(4) ? some(RISKS) : List.of());
    }

    private FactData reported() {
        return new RiskReported(
                any(RISKS),
                chance(3) ? "report-" + random.nextInt(4) : null,
                "user",
                !chance(5),
                !chance(5));
    }

    private FactData confirmed() {
        return new RiskConfirmed(
                any(RISKS),
                any(Severity.values()),
                null,
                null,
                chance(2) ? null : any(Defect.values()),
                chance(2) ? null : some(VERSIONS),
                null,
                List.of(),
                null);
    }

    private FactData applied() {
        return new RemedyApplied(
                any(REMEDIES),
                some(RISKS),
                any(Measure.values()),
                chance(2) ? null : some(VERSIONS),
                new BigDecimal(chance(5) ? "0.5" : "1"));
    }

    private FactData measured() {
        return new RemedyMeasured(
                any(REMEDIES),
                any(RISKS),
                new Counts(random.nextInt(11), 1000),
                new Counts(random.nextInt(4), 1000),
                chance(3) ? null : Duration.ofHours(chance(2) ? 72 : 24));
    }

    private static List<String> warnings() {
        return List.of("W-1", "W-2", "W-3", "W-4");
    }

    private FactData published() {
        return new WarningPublished(
                any(warnings()),
                any(List.of("zh-CN", "zh", "en-US")),
                chance(2) ? null : some(TOPICS),
                null,
                chance(2) ? null : some(SURFACES),
                chance(2) ? null : some(VERSIONS),
                any(List.of("at-output", "before-use", "label", "in-terms")));
    }

    private FactData covered() {
        Instant from =
                recorded.minus(Duration.ofHours(random.nextInt(60)))
                        .minusSeconds(random.nextInt(9));
        return new CoverageObserved(
                any(VERSIONS),
                from.truncatedTo(java.time.temporal.ChronoUnit.HOURS),
                from.truncatedTo(java.time.temporal.ChronoUnit.HOURS)
                        .plus(Duration.ofHours(1 + random.nextInt(36))),
                chance(6) ? 0 : 1000,
                chance(2) ? 1000 : 980 + random.nextInt(20),
                chance(2) ? null : any(SURFACES),
                chance(2) ? null : any(TOPICS),
                chance(2) ? null : any(List.of("zh-CN", "en-US")),
                random.nextInt(3));
    }

    private @Nullable String form() {
        return chance(2) ? null : any(List.of("initial", "final"));
    }

    private FactData incident() {
        return new IncidentDetected(
                any(INCIDENTS),
                any(IncidentKind.values()),
                chance(2) ? null : any(RISKS),
                chance(2) ? null : any(VERSIONS),
                chance(3),
                chance(3),
                chance(2) ? null : any(List.of("cii", "central-organ", "other")));
    }

    private FactData sized() {
        return new IncidentSized(
                any(INCIDENTS),
                chance(3) ? null : random.nextLong(2_000_000),
                chance(2) ? null : money(random.nextInt(9_000_000), chance(5) ? "EUR" : "CNY"),
                chance(2) ? null : (long) random.nextInt(2),
                chance(2) ? null : (long) random.nextInt(2));
    }

    private FactData money() {
        int what = random.nextInt(8);
        if (what == 0) {
            return new PartyDeclared(
                    "acme", List.of(any(Activity.values())), List.of(), null, null);
        }
        if (what == 1) {
            return new ClaimFiled(
                    "C-1", List.of(harm()), List.of("acme"), null, List.of("compensate"));
        }
        if (what < 4) {
            return new FindingMade(
                    any(
                            List.of(
                                    "effective",
                                    "effective",
                                    "effective",
                                    "fault",
                                    "knew",
                                    "defective",
                                    "rebuttal",
                                    "causation",
                                    "substantial-modification",
                                    "malice")),
                    anyOf(anyOf(RISKS, REMEDIES), anyOf(VERSIONS, List.of(harm()))),
                    any(Answer.values()),
                    null,
                    null);
        }
        return harmed();
    }

    private FactData harmed() {
        Instant at = recorded.minus(Duration.ofHours(random.nextInt(400)));
        return new HarmRecorded(
                harm(),
                any(VERSIONS),
                at,
                at.plus(Duration.ofHours(random.nextInt(30))),
                List.of(
                        new HarmItem(
                                any(List.of("medical", "property", "mental")),
                                money(1 + random.nextInt(10_000), chance(6) ? "EUR" : "CNY"),
                                null,
                                null,
                                null)),
                chance(4) ? null : any(RISKS),
                chance(2) ? null : any(INCIDENTS),
                null,
                any(List.of("death", "serious-health", "ordinary")),
                BigDecimal.ZERO,
                chance(4),
                null,
                chance(2) ? null : "CN");
    }

    private String harm() {
        return "H-" + random.nextInt(4);
    }

    private static Money money(int amount, String currency) {
        return new Money(BigDecimal.valueOf(amount), currency);
    }

    /** Of any fact so far, or of one that is still to come. */
    private FactData wrong() {
        return new FactWithdrawn("f" + random.nextInt(facts.size() + 4), "a mistake", null);
    }

    private boolean chance(int in) {
        return random.nextInt(in) == 0;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> T any(T[] of) {
        return of[random.nextInt(of.length)];
    }

    private String anyOf(List<String> a, List<String> b) {
        return chance(2) ? any(a) : any(b);
    }

    private String anyOf(String a, String b) {
        return chance(2) ? a : b;
    }

    private List<String> some(List<String> of) {
        List<String> some = new ArrayList<>(of);
        some.removeIf(it -> chance(2));
        return some.isEmpty() ? List.of(any(of)) : some;
    }
}
