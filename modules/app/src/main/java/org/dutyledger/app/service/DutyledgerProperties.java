package org.dutyledger.app.service;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the service keeps its data and which servers it uses.
 *
 * @param data directory of the embedded servers, of logs and of caches
 * @param postgres an outside PostgreSQL, if its URL is set
 * @param kafka an outside Kafka, if its addresses are set
 */
@ConfigurationProperties("dutyledger")
public record DutyledgerProperties(
        @DefaultValue("data") Path data,
        @DefaultValue Postgres postgres,
        @DefaultValue Kafka kafka) {

    /**
     * The database.
     *
     * @param url JDBC URL of an outside server; blank: the embedded one
     * @param requireDurable whether to refuse a server that could lose what it confirmed
     */
    public record Postgres(
            @DefaultValue("") String url,
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @DefaultValue("true") boolean requireDurable) {

        @Override
        public String toString() {
            return "Postgres[url=" + url + ", username=" + username + "]";
        }
    }

    /**
     * The broker.
     *
     * @param bootstrapServers {@code host:port} with commas between; blank: the embedded one
     */
    public record Kafka(@DefaultValue("") String bootstrapServers) {}
}
