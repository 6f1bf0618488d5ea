package org.dutyledger.liability.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulebookReaderTest {

    private static final String US = Rulebooks.yaml("us-frontier");
    private static final String OWN =
            """
            rulebook: acme-own
            title: {en: House rules, zh: 内部规则}
            builds_on: cn-product
            sources: {HOUSE: the house's own rules}
            duties:
              - rule: HOUSE-1
                article: house rule 1
                source: HOUSE
                confidence: A
                says: {en: Every version carries a notice., zh: 每个版本均须提示。}
                judged_as: version-notice
                kind: disclose
                standard: fixed
                placements: [before-use]
            """;

    @Test
    void aRulebookOfOnesOwnBuildsOnAShippedOne() {
        Rulebook own = RulebookReader.read(OWN);
        assertThat(own.id()).isEqualTo("acme-own");
        assertThat(own.duties())
                .extracting(it -> it.citation().rule())
                .contains("HOUSE-1", "CN-CC-1206-1");
        assertThat(own.digest()).isNotEqualTo(Rulebooks.load("cn-product").digest());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    currency: USD | curency: USD | curency
                    layer: in-force | layer: rumour | /layer
                    confidence: A | confidence: D | /confidence
                    period: {days: 15} | period: {weeks: 2} | weeks
                    clock: detected | clock: noon | /clock
                    judged_as: incident-notice | judged_as: incident | /judged_as
                    kinds: [safety] | kinds: [rumour] | /kinds/0
                    applies_from: 2026-01-01 | applies_from: 2026-02-30 | /applies_from
                    zone: America/New_York | zone: America/Gotham | /zone
                    state: US-CA | state: US-TX | /state
                    source: SB53 | source: HEARSAY | /source
                    state: US-CA | place: US-CA | place
                    """)
    void wrongValuesAreNamed(String right, String wrong, String named) {
        assertThat(problems(US.replaceFirst(Pattern.quote(right), wrong)))
                .extracting(Problem::toString)
                .anySatisfy(it -> assertThat(it).contains(named));
    }

    @Test
    void aRuleThatStandsTwiceIsRefused() {
        String twice =
                US.replace("rule: US-IL-315/imminent", "rule: US-IL-315")
                        .replace("[US-IL-315, US-IL-315/imminent]", "[US-IL-315]");
        assertThat(problems(twice))
                .extracting(Problem::says)
                .containsExactly(
                        "US-IL-315: stands more than once for the same days (2027-01-01 to ever)");
    }

    @Test
    void whatMustBeADutyOfTheRulebookIsOne() {
        assertThat(
                        problems(
                                Rulebooks.yaml("eu")
                                        .replace(
                                                "in_breach_of: EU-AIA-20-1",
                                                "in_breach_of: EU-AIA-20")))
                .extracting(Problem::says)
                .containsExactly(
                        "expected a duty of this rulebook, found EU-AIA-20; did you mean EU-AIA-20-1?");
    }

    @Test
    void onlyAVersionLacksAWarning() {
        String rulebook = Rulebooks.yaml("cn-product");
        assertThat(problems(rulebook.replace("type: remediation", "type: warning")))
                .extracting(Problem::says)
                .containsExactly("CN-CC-1206-1: expected warning exactly for a version-notice");
    }

    @Test
    void anUnknownBaseIsRefused() {
        assertThat(problems(OWN.replace("builds_on: cn-product", "builds_on: cn-prodcut")))
                .extracting(Problem::path)
                .containsExactly("/builds_on");
    }

    @Test
    void aRulebookThatStandsAloneMustBeWhole() {
        assertThat(problems(OWN.replace("builds_on: cn-product\n", "")))
                .extracting(Problem::says)
                .anySatisfy(it -> assertThat(it).contains("currency"))
                .anySatisfy(it -> assertThat(it).contains("damages"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    confidence: A | confidence: a | expected one of A, B, C, UNVERIFIED, found a; did you mean A?
                    clock: detected | clock: detectde | expected one of detected, grade, handled, condition, found detectde; did you mean detected?
                    judged_as: incident-notice | judged_as: incident-notise | expected one of remedy, risk-notice, version-notice, supervision, incident-notice, found incident-notise; did you mean incident-notice?
                    roll_over: false | roll_over: no | expected true or false, found no
                    article: Cal. Bus. & Prof. Code 22757.11 | article: 53 | expected a text, found the number 53; quote it
                    source: SB53 | source: SB35 | found SB35; did you mean SB53?
                    state: US-CA | state: US-CS | expected a key of states (US-CA, US-IL, US-NY), found US-CS; did you mean US-CA?
                    clock: detected | clokc: detected | clokc is not known here, expected one of applies_from
                    clock: detected | clokc: detected | ; did you mean clock?
                    clock: detected | clokc: detected | lacks clock (From when the period runs
                    """)
    void aProblemSaysLineWhatWasFoundWhatIsAllowedAndWhatWasMeant(
            String right, String wrong, String says) {
        String text = US.replaceFirst(Pattern.quote(right), wrong);
        assertThat(US).contains(right);
        assertThat(problems(text))
                .anySatisfy(it -> {
                    assertThat(it.toString()).contains(says);
                    assertThat(it.line()).isPositive();
                });
    }

    @Test
    void aProblemStandsInTheLineOfItsValue() {
        String text = US.replace("zone: America/New_York", "zone: America/Gotham");
        int line = text.substring(0, text.indexOf("zone: America/Gotham")).split("\n", -1).length;
        assertThat(problems(text)).extracting(Problem::line).contains(line);
    }

    @Test
    void aRowOfTheLayerIsNamedAsItStandsInTheLayer() {
        assertThat(problems(OWN.replace("source: HOUSE", "source: HOSUE")))
                .extracting(Problem::toString)
                .singleElement()
                .satisfies(it ->
                        assertThat(it)
                                .startsWith("line 8, /duties/0/source: HOUSE-1: expected a key"));
    }

    private static List<Problem> problems(String yaml) {
        return catchThrowableOfType(InvalidLawException.class, () -> RulebookReader.read(yaml))
                .problems();
    }
}
