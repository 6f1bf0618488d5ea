package org.dutyledger.ledger;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the record is kept.
 *
 * @param keyFile the ledger key in hexadecimal; made at the first start. Who loses it loses every
 *     sealed field
 * @param dossiersInMemory how many dossiers stay loaded
 * @param snapshotEvery events of a dossier from one snapshot to the next, at least
 */
@ConfigurationProperties("dutyledger.ledger")
public record LedgerProperties(
        @DefaultValue("data/ledger.key") Path keyFile,
        @DefaultValue("10000") int dossiersInMemory,
        @DefaultValue("1000") int snapshotEvery) {}
