package org.dutyledger.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed page is the one that the schemas give. */
class FactsPageTest {

    private static final Path PAGE = Path.of("../../docs/facts.md");

    /**
     * {@code ./mvnw -pl modules/contract test -Dtest=FactsPageTest -Dfacts.page=write} writes it.
     */
    @Test
    void pageIsFresh() throws IOException {
        String page = FactsPage.markdown();
        if ("write".equals(System.getProperty("facts.page"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as(
                        "docs/facts.md is stale; write it anew with: ./mvnw -pl modules/contract test"
                                + " -Dtest=FactsPageTest -Dfacts.page=write")
                .hasContent(page);
    }
}
