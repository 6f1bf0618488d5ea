package org.dutyledger.liability.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.dutyledger.contract.FactData.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyReaderTest {

    private static final String P1 =
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
            """;

    @Test
    void theDigestIsOfTheDataModel() {
        String digest = "sha-256:22f7d649ae219254db6424ea871b49b183933917b2c29ab384849e5eef57ceb3";
        assertThat(read(P1).digest()).isEqualTo(digest);
        String written = "# a comment\n" + P1.replace("0.20", "0.2").replace(": 3\n", ":   3\n");
        assertThat(read(written).digest()).isEqualTo(digest);
        assertThat(read(P1.replace("0.20", "0.21")).digest()).isNotEqualTo(digest);
    }

    @Test
    void everyValueArrives() {
        Policy policy =
                read(
                        P1
                                + """
                                incomes: {CN: {medianDisposable: {amount: "54188.00", currency: CNY}}}
                                calendar: {CN: {holidays: [2027-10-01], workdays: []}}
                                """);
        assertThat(policy.id()).isEqualTo("acme/P1");
        assertThat(policy.effective()).isEqualTo("2026-01-01T00:00:00+08:00");
        assertThat(policy.discovery()).isEqualTo(new Policy.Discovery(true, 3, Duration.ofDays(7)));
        assertThat(policy.period(DutyRule.PolicyPeriod.REMEDIATE_BY_SEVERITY, Severity.S3))
                .isEqualTo(Duration.ofDays(14));
        assertThat(policy.remedyEffective().recurrence()).isEqualByComparingTo("0.2");
        assertThat(policy.remedyEffective().unmeasuredCounts()).isFalse();
        assertThat(policy.warn().coverage()).isEqualByComparingTo("0.99");
        assertThat(policy.medianIncome("CN").amount()).isEqualTo(new BigDecimal("54188.00"));
        assertThat(policy.calendar().get("CN").holidays()).hasToString("[2027-10-01]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    reportClock: awareness | reportClock: hearsay | /reportClock
                    dueSoon: 0.5 | dueSoon: soon | /dueSoon
                    dueSoon: 0.5 | dueSoon: 1.5 | /dueSoon
                    S1: PT24H | S1: 24 h | /remediate/S1
                    S1: PT24H | S1: P1M | /remediate/S1
                    S1: PT24H | S1: -PT1H | /remediate/S1
                    S1: PT24H | S1: 24 | /remediate/S1
                    reports: 3 | reports: 0 | /discovery/reports
                    reports: 3 | reports: 2.5 | /discovery/reports
                    coverage: 0.99 | coverage: 99 | /warn/coverage
                    coverage: 0.99 | coverage: .nan | /warn/coverage
                    every: P7D | every: PT0S | /monitor/every
                    2026-01-01T00:00:00+08:00 | 2026-13-01T00:00:00+08:00 | /effective
                    2026-01-01T00:00:00+08:00 | 2026-01-01 | /effective
                    repeat: 3 | repeat: ~ | /repeat
                    repeat: 3 | 3: repeat | /3
                    policy: acme/P1 | policy: [acme] | /policy
                    """)
    void wrongValuesAreNamedByTheirPath(String right, String wrong, String path) {
        assertThat(problems(P1.replace(right, wrong))).extracting(Problem::path).contains(path);
    }

    @Test
    void allProblemsAreSaidAtOnceWithWhatWasExpected() {
        String wrong =
                P1.replace("repeat: 3", "repaet: 3").replace("S1: PT24H", "S1: soon")
                        + "incomes: {CN: {}}\n";
        assertThat(problems(wrong))
                .extracting(Problem::toString)
                .anySatisfy(it ->
                        assertThat(it)
                                .contains("line 11, /repaet: ")
                                .endsWith("; did you mean repeat?"))
                .anySatisfy(it -> assertThat(it).contains("line 1, /: lacks repeat ("))
                .anySatisfy(it -> assertThat(it).startsWith("line 4, /remediate/S1: "))
                .anySatisfy(it -> assertThat(it).contains("medianDisposable"));
    }

    @Test
    void aKeyThatStandsTwiceIsRefusedWithItsPlace() {
        assertThat(problems(P1 + "repeat: 4\n"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.path()).startsWith("line 12");
                    assertThat(it.says()).contains("duplicate key").contains("repeat");
                });
    }

    @ParameterizedTest
    @CsvSource({"'a: [b'", "''", "'--- {a: 1}\n--- {b: 2}'", "just text", "'a: &x [*x]'"})
    void whatIsNoPolicyIsRefused(String text) {
        assertThat(problems(text)).isNotEmpty();
    }

    @Test
    void noTextIsTooMuch() {
        String laughs = "a0: &a0 [lol]\n";
        for (int i = 1; i <= 40; i++) {
            laughs += "a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1);
        }
        assertThat(problems(laughs)).isNotEmpty();
        assertThat(problems("[".repeat(500_000))).isNotEmpty();
        assertThat(problems("- ".repeat(200_000))).isNotEmpty();
        assertThat(problems("a".repeat(2_000_000))).isNotEmpty();
    }

    @Test
    void aPolicyLooserThanTheStatuteIsRefusedWithTheRule() {
        assertThat(problems(P1.replace("personalInformation: PT24H", "personalInformation: PT25H")))
                .extracting(Problem::toString)
                .containsExactly(
                        "line 5, /immediate/personalInformation: looser than the statute: CN-NDR-10"
                                + " (Regulations on Network Data Security (网络数据安全管理条例) 10, 11)"
                                + " allows at most PT24H, found PT25H");
        assertThat(problems(P1.replace("reportAuthority: PT6H", "reportAuthority: P16D")))
                .singleElement()
                .satisfies(it -> assertThat(it.says()).contains("EU-AIA-73-2").contains("P15D"));
    }

    @Test
    void onlyTheStatutesThatAreLoadedBindThePolicy() {
        String loose = P1.replace("personalInformation: PT24H", "personalInformation: PT72H");
        assertThat(PolicyReader.read(loose, List.of(Rulebooks.load("eu"))).immediate())
                .extracting(Policy.Immediate::personalInformation)
                .isEqualTo(Duration.ofHours(72));
    }

    @Test
    void anIncomeOfAnotherCurrencyThanTheRulebookIsRefused() {
        String income =
                "incomes: {CN: {medianDisposable: {amount: \"54188.00\", currency: USD}}}\n";
        assertThat(problems(P1 + income))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.path()).isEqualTo("/incomes/CN/medianDisposable/currency");
                    assertThat(it.says()).contains("expected CNY").contains("found USD");
                });
    }

    private static Policy read(String yaml) {
        return PolicyReader.read(yaml, Rulebooks.all());
    }

    private static List<Problem> problems(String yaml) {
        return catchThrowableOfType(InvalidLawException.class, () -> read(yaml)).problems();
    }
}
