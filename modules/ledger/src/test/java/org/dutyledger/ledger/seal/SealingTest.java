package org.dutyledger.ledger.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.FactKey;
import org.dutyledger.contract.ModelId;
import org.dutyledger.embedded.TestDatabase;
import org.dutyledger.ledger.Facts;
import org.dutyledger.ledger.RecordedFacts;
import org.dutyledger.ledger.TestLedger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class SealingTest {

    private static final String HARM =
            """
            "harm":"H-1","version":"1.0","outputAt":"2026-04-01T00:00:00Z",\
            "harmAt":"2026-04-02T00:00:00Z","items":[],"victim":"patient zero"\
            """;

    @TempDir static Path folder;
    private static TestDatabase database;
    @AutoClose private static TestLedger ledger;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        ledger = TestLedger.on(database, folder.resolve("ledger.key"));
    }

    @Test
    void a_person_is_nowhere_in_the_database() {
        ledger.record(
                Facts.fact("a", "harm", "harm.recorded", HARM),
                Facts.fact(
                        "a",
                        "report",
                        "risk.reported",
                        "\"risk\":\"R-1\",\"text\":\"I am Jane Roe\""),
                Facts.fact(
                        "a",
                        "escaped",
                        "risk.reported",
                        "\"risk\":\"R-1\",\"te\\u0078t\":\"I am Jane Roe too\""),
                Facts.fact(
                        "a",
                        "unknown",
                        "monitoring.performed",
                        "\"mechanism\":\"audit\",\"text\":{\"by\":\"Jane Roe\"}"));
        assertThat(occurrences("patient zero")).isEmpty();
        assertThat(occurrences("Jane Roe")).isEmpty();
        assertThat(occurrences("R-1")).isNotEmpty();
    }

    /** Every column of every table, as text and as bytes. */
    private static List<String> occurrences(String text) {
        List<String> found = new ArrayList<>();
        List<String> tables =
                ledger.sql()
                        .sql("SELECT tablename FROM pg_tables WHERE schemaname = 'ledger'")
                        .query(String.class)
                        .list();
        for (String table : tables) {
            long rows =
                    ledger.sql()
                            .sql(
                                    """
                                    SELECT count(*) FROM ledger.%1$s AS row
                                    WHERE position(:text IN row::text) > 0
                                       OR position(encode(:text::bytea, 'hex') IN row::text) > 0\
                                    """
                                            .formatted(table))
                            .param("text", text)
                            .query(Long.class)
                            .single();
            if (rows > 0) {
                found.add(table);
            }
        }
        return found;
    }

    @Test
    void opened_it_is_byte_for_byte_what_came() {
        String fact =
                Facts.fact("b", "b-harm", "harm.recorded", HARM + " , \"text\" : \"\\u00e9\" ");
        ledger.record(fact);
        assertThat(stored("b")).isNotEqualTo(fact).contains("\"victim\":{\"sealed\":\"");
        assertThat(open("b", "b-harm")).isEqualTo(fact);
    }

    @Test
    void a_published_warning_is_public() {
        String fact =
                Facts.fact(
                        "c",
                        "c-warning",
                        "warning.published",
                        "\"warning\":\"W-1\",\"text\":\"May err\",\"locale\":\"en\"");
        ledger.record(fact);
        assertThat(stored("c")).isEqualTo(fact);
    }

    @Test
    void the_fact_is_read_back_without_its_key() {
        ledger.record(Facts.fact("d", "d-harm", "harm.recorded", HARM));
        assertThat(ledger.bean(RecordedFacts.class).facts(new ModelId("acme", "d")))
                .singleElement()
                .satisfies(fact -> assertThat(fact.id()).isEqualTo("d-harm"));
    }

    @Test
    void a_destroyed_key_erases_one_person_alone() {
        String other = HARM.replace("patient zero", "patient one");
        ledger.record(
                Facts.fact("e", "e-harm", "harm.recorded", HARM.replace("zero", "e")),
                Facts.fact("e", "e-other", "harm.recorded", other));
        String key = stored("e").replaceAll("(?s).*?\"key\":\"(\\d+)\".*", "$1");
        ledger.sql()
                .sql("UPDATE ledger.subject_key SET wrapped = NULL WHERE key = ?")
                .param(Long.parseLong(key))
                .update();
        assertThat(open("e", "e-harm")).contains("\"victim\":\"erased\"");
        assertThat(open("e", "e-other")).contains("\"victim\":\"patient one\"");
        assertThat(
                        ledger.record(
                                Facts.fact(
                                        "e", "e-harm", "harm.recorded", HARM.replace("zero", "e"))))
                .containsExactly(org.dutyledger.ledger.Verdict.Outcome.DUPLICATE);
    }

    @Test
    void a_sealed_value_does_not_open_elsewhere() {
        ledger.record(Facts.fact("f", "f-harm", "harm.recorded", HARM));
        byte[] stored = stored("f").getBytes(UTF_8);
        assertThatThrownBy(() ->
                        ledger.bean(Sealing.class)
                                .open(new FactKey("/providers/acme/test", "other"), stored))
                .hasMessageContaining("damaged or of another record");
    }

    @Test
    void a_record_begun_with_another_key_is_not_opened() {
        var other = LedgerKey.ofFile(folder.resolve("other.key"));
        assertThatThrownBy(() -> new SubjectKeys(new JdbcTemplate(database.dataSource()), other))
                .hasMessageContaining("begun with another ledger key");
    }

    private static String stored(String model) {
        List<String> all = new ArrayList<>();
        ledger.bean(RecordedFacts.class)
                .bytes(new ModelId("acme", model), bytes -> all.add(new String(bytes, UTF_8)));
        return all.getFirst();
    }

    private static String open(String model, String id) {
        List<String> opened = new ArrayList<>();
        ledger.bean(RecordedFacts.class)
                .bytes(
                        new ModelId("acme", model),
                        bytes -> {
                            if (new String(bytes, UTF_8).contains("\"" + id + "\"")) {
                                opened.add(
                                        new String(
                                                ledger.bean(Sealing.class)
                                                        .open(
                                                                new FactKey(
                                                                        "/providers/acme/test", id),
                                                                bytes),
                                                UTF_8));
                            }
                        });
        return opened.getFirst();
    }
}
