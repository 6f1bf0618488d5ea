package org.dutyledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dutyledger.ledger.Verdict.Outcome.CONFLICT;
import static org.dutyledger.ledger.Verdict.Outcome.DUPLICATE;
import static org.dutyledger.ledger.Verdict.Outcome.RECORDED;

import java.nio.file.Path;
import java.util.List;
import org.dutyledger.embedded.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {

    @TempDir Path folder;
    private TestLedger ledger;

    @BeforeEach
    void open() {
        ledger = TestLedger.on(TestDatabase.fresh(), folder.resolve("ledger.key"));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void a_fact_counts_once() {
        assertThat(ledger.record(Facts.reported("m", "a", "R-1"), Facts.reported("m", "a", "R-1")))
                .containsExactly(RECORDED, DUPLICATE);
        assertThat(ledger.record(Facts.reported("m", "a", "R-1"))).containsExactly(DUPLICATE);
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void the_same_content_written_otherwise_is_the_same() {
        ledger.record(Facts.reported("m", "a", "R-1"));
        String otherwise =
                Facts.reported("m", "a", "R-1").replace(",", " , ").replace("R", "\\u0052");
        assertThat(ledger.record(otherwise)).containsExactly(DUPLICATE);
    }

    @Test
    void other_content_under_the_same_id_is_a_conflict() {
        ledger.record(Facts.reported("m", "a", "R-1"));
        assertThat(ledger.record(Facts.reported("m", "a", "R-2"), Facts.reported("m", "b", "R-2")))
                .containsExactly(CONFLICT, RECORDED);
        assertThat(ledger.record(Facts.reported("m", "c", "R-1"), Facts.reported("m", "c", "R-2")))
                .containsExactly(RECORDED, CONFLICT);
        assertThat(events()).isEqualTo(3);
    }

    @Test
    void what_goes_along_commits_with_the_batch_or_not_at_all() {
        ledger.sql().sql("CREATE TABLE along (n integer)").update();
        ledger.record(List.of(Facts.reported("m", "a", "R-1")), writing(1, false));
        assertThatThrownBy(() ->
                        ledger.record(
                                List.of(
                                        Facts.reported("m", "b", "R-1"),
                                        Facts.reported("n", "c", "R-1")),
                                writing(2, true)))
                .hasMessage("refused");
        assertThat(ledger.sql().sql("SELECT n FROM along").query(Integer.class).list())
                .containsExactly(1);
        assertThat(events()).isEqualTo(1);
        assertThat(ledger.record(Facts.reported("m", "b", "R-1"))).containsExactly(RECORDED);
        assertThat(numbers("acme/m")).containsExactly(0L, 1L);
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
        ledger.record(Facts.reported("m", "a", "R-1"));
        ledger.record(Facts.reported("m", "b", "R-1"));
        assertThat(
                        ledger.sql()
                                .sql("SELECT count(DISTINCT recorded) FROM ledger.event")
                                .query(Long.class)
                                .single())
                .isEqualTo(2);
    }

    private long events() {
        return ledger.sql().sql("SELECT count(*) FROM ledger.event").query(Long.class).single();
    }

    private List<Long> numbers(String model) {
        return ledger.sql()
                .sql(
                        "SELECT number FROM ledger.event JOIN ledger.dossier USING (dossier) WHERE model = ? ORDER BY number")
                .param(model)
                .query(Long.class)
                .list();
    }
}
