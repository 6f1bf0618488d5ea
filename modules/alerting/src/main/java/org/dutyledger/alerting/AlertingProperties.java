package org.dutyledger.alerting;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are told.
 *
 * @param routes YAML file of receivers and routes; blank: alerts are kept, and nobody is told
 * @param link root of the service as people reach it, for links in messages
 * @param patience how long a receiver may take
 */
@ConfigurationProperties("dutyledger.alerting")
public record AlertingProperties(
        @DefaultValue("") String routes,
        @DefaultValue("http://127.0.0.1:8080") URI link,
        @DefaultValue("10s") Duration patience) {}
