package org.dutyledger.liability.law;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PolicyReaderTest {

    static final String P1 =
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
        assertThat(PolicyReader.read(P1, Rulebooks.all()).digest())
                .isEqualTo(
                        "sha-256:22f7d649ae219254db6424ea871b49b183933917b2c29ab384849e5eef57ceb3");
    }
}
