package org.dutyledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dutyledger.ledger.Verdict.Outcome.CONFLICT;
import static org.dutyledger.ledger.Verdict.Outcome.DUPLICATE;
import static org.dutyledger.ledger.Verdict.Outcome.RECORDED;

import java.nio.file.Path;
import java.util.List;
import org.dutyledger.embedded.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {

    @TempDir static Path folder;
    @AutoClose private static TestLedger ledger;

    @BeforeAll
    static void open() {
        ledger = TestLedger.on(TestDatabase.fresh(), folder.resolve("ledger.key"));
    }

    @Test
    void a_fact_counts_once() {
        assertThat(
                        ledger.record(
                                Facts.reported("m0", "m0a", "R-1"),
                                Facts.reported("m0", "m0a", "R-1")))
                .containsExactly(RECORDED, DUPLICATE);
        assertThat(ledger.record(Facts.reported("m0", "m0a", "R-1"))).containsExactly(DUPLICATE);
        assertThat(events("acme/m0")).isEqualTo(1);
    }

    @Test
    void the_same_content_written_otherwise_is_the_same() {
        ledger.record(Facts.reported("m1", "m1a", "R-1"));
        String otherwise =
                Facts.reported("m1", "m1a", "R-1").replace(",", " , ").replace("R", "\\u0052");
        assertThat(ledger.record(otherwise)).containsExactly(DUPLICATE);
    }

    @Test
    void other_content_under_the_same_id_is_a_conflict() {
        ledger.record(Facts.reported("m2", "m2a", "R-1"));
        assertThat(
                        ledger.record(
                                Facts.reported("m2", "m2a", "R-2"),
                                Facts.reported("m2", "m2b", "R-2")))
                .containsExactly(CONFLICT, RECORDED);
        assertThat(
                        ledger.record(
                                Facts.reported("m2", "m2c", "R-1"),
                                Facts.reported("m2", "m2c", "R-2")))
                .containsExactly(RECORDED, CONFLICT);
        assertThat(events("acme/m2")).isEqualTo(3);
    }

    /** Who sees only new facts for long stops asking for each; the record itself refuses a twin. */
    @Test
    void a_fact_counts_once_also_when_no_twin_was_seen_for_long() {
        for (int i = 0; i < 60; i++) {
            assertThat(ledger.record(Facts.reported("m20", "m20-" + i, "R-1")))
                    .containsExactly(RECORDED);
        }
        assertThat(
                        ledger.record(
                                Facts.reported("m20", "m20-7", "R-1"),
                                Facts.reported("m20", "m20-new", "R-1"),
                                Facts.reported("m20", "m20-8", "R-2")))
                .containsExactly(DUPLICATE, RECORDED, CONFLICT);
        assertThat(events("acme/m20")).isEqualTo(61);
        assertThat(ledger.record(Facts.reported("m20", "m20-new", "R-1")))
                .containsExactly(DUPLICATE);
        assertThat(ledger.record(Facts.reported("m20", "m20-newer", "R-1")))
                .containsExactly(RECORDED);
    }

    @Test
    void what_goes_along_commits_with_the_batch_or_not_at_all() {
        ledger.sql().sql("CREATE TABLE along (n integer)").update();
        ledger.record(List.of(Facts.reported("m3", "m3a", "R-1")), writing(1, false));
        assertThatThrownBy(() ->
                        ledger.record(
                                List.of(
                                        Facts.reported("m3", "m3b", "R-1"),
                                        Facts.reported("n3", "n3c", "R-1")),
                                writing(2, true)))
                .hasMessage("refused");
        assertThat(ledger.sql().sql("SELECT n FROM along").query(Integer.class).list())
                .containsExactly(1);
        assertThat(events("acme/m3")).isEqualTo(1);
        assertThat(ledger.record(Facts.reported("m3", "m3b", "R-1"))).containsExactly(RECORDED);
        assertThat(numbers("acme/m3")).containsExactly(0L, 1L);
    }

    private Recorder.Along writing(int n, boolean refused) {
        return new Recorder.Along() {
            @Override
            public void before() {
                ledger.sql().sql("INSERT INTO along VALUES (?)").param(n).update();
            }

            @Override
            public void after(List<Verdict> verdicts) {
                if (refused) {
                    throw new IllegalStateException("refused");
                }
            }
        };
    }

    @Test
    void record_time_rises_even_if_the_clock_stands() {
        ledger.record(Facts.reported("m4", "m4a", "R-1"));
        ledger.record(Facts.reported("m4", "m4b", "R-1"));
        assertThat(
                        ledger.sql()
                                .sql(
                                        "SELECT count(DISTINCT recorded) FROM ledger.event WHERE id LIKE 'm4%'")
                                .query(Long.class)
                                .single())
                .isEqualTo(2);
    }

    private static long events(String model) {
        return numbers(model).size();
    }

    private static List<Long> numbers(String model) {
        return ledger.sql()
                .sql(
                        "SELECT number FROM ledger.event JOIN ledger.dossier USING (dossier) WHERE model = ? ORDER BY number")
                .param(model)
                .query(Long.class)
                .list();
    }
}
