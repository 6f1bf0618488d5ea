package org.dutyledger.liability.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.dutyledger.liability.GoldenCase;
import org.dutyledger.liability.answer.AnswerWriter;
import org.dutyledger.liability.answer.Assessment;
import org.dutyledger.liability.law.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WhatWouldHelpTest {

    static List<GoldenCase> cases() {
        return GoldenCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theAnswerItStartsFromIsTheAnswer(GoldenCase golden) {
        for (Assessment answer : golden.answers()) {
            WhatWouldHelp help = of(golden, answer, Duration.ZERO, WhatWouldHelp.LIMIT);
            assertThat(AnswerWriter.bytes(help.answer())).isEqualTo(AnswerWriter.bytes(answer));
            assertThat(help.without()).isEqualTo(Standing.of(answer));
            assertThat(help.changes()).allMatch(Change::changes);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theMostSavedComesFirstInBothLanguages(GoldenCase golden) {
        for (Assessment answer : golden.answers()) {
            WhatWouldHelp help = of(golden, answer, WhatWouldHelp.AHEAD, WhatWouldHelp.LIMIT);
            assertThat(help.changes()).isSortedAccordingTo(Change.ORDER);
            for (Change change : help.changes()) {
                assertThat(change.says().zh()).containsPattern("[\\p{IsHan}]+.*：.*");
                assertThat(change.says().en()).isNotEqualTo(change.says().zh());
            }
        }
    }

    @Test
    void aFindingSaysWhatItSavesAndWhatItCompares() {
        GoldenCase golden = GoldenCase.named("G1-timely-remedy-missing-warning/cn-product");
        WhatWouldHelp help = of(golden, Duration.ZERO);
        assertThat(WhatWouldHelpWriter.text(help, Language.EN))
                .contains(
                        "1. A finding of a defect about U1: no: damages 0.00 instead of 26000.00,"
                                + " saves 26000.00\n")
                .contains(
                        "A notice label in zh with every answer of version v1 from"
                                + " 2027-03-31T16:00:00Z: 1 fewer in breach (CN-LAB-4 v1)")
                .contains("11 candidates tried, 6 change it");
        assertThat(WhatWouldHelpWriter.text(help, Language.ZH))
                .contains("对U1认定缺陷：否：赔偿由26000.00变为0.00，节省26000.00\n");
    }

    @Test
    void anEffectiveRemedySavesTheHarmOfOutputsStillToBeServed() {
        GoldenCase golden = GoldenCase.named("G22-potential-exposure/cn-product@20270604");
        Change remedy =
                of(golden, WhatWouldHelp.AHEAD).changes().stream()
                        .filter(it -> it.says().en().startsWith("An effective remedy of risk"))
                        .findFirst()
                        .orElseThrow();
        assertThat(remedy.saved()).isPositive();
        assertThat(remedy.says().en()).contains("expected future harm", "saves " + remedy.saved());
        assertThat(remedy.mended()).isNotEmpty();
    }

    @Test
    void whatIsCutIsCounted() {
        GoldenCase golden = GoldenCase.named("G1-timely-remedy-missing-warning/cn-product");
        WhatWouldHelp help = of(golden, golden.answers().getFirst(), Duration.ZERO, 4);
        assertThat(help.tried()).isEqualTo(4);
        assertThat(help.untried()).isEqualTo(7);
        assertThat(WhatWouldHelpWriter.text(help, Language.EN)).contains("7 more were not tried");
        assertThat(WhatWouldHelpWriter.text(help, Language.ZH)).contains("另有7项未试");
    }

    private static WhatWouldHelp of(GoldenCase golden, Duration ahead) {
        return of(golden, golden.answers().getFirst(), ahead, WhatWouldHelp.LIMIT);
    }

    private static WhatWouldHelp of(
            GoldenCase golden, Assessment answer, Duration ahead, int limit) {
        return WhatWouldHelp.of(
                golden.rulebook(),
                golden.policy(),
                golden.facts(),
                answer.model(),
                golden.asOf(),
                golden.knownAt(),
                ahead,
                limit);
    }
}
