package org.dutyledger.ledger.seal;

import org.dutyledger.ledger.LedgerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The keys, and what seals with them. */
@Configuration(proxyBeanMethods = false)
class SealConfiguration {

    @Bean
    LedgerKey ledgerKey(LedgerProperties properties) {
        return LedgerKey.ofFile(properties.keyFile());
    }

    @Bean
    Sealing sealing(JdbcTemplate database, LedgerKey key) {
        return new Sealing(new SubjectKeys(database, key));
    }
}
