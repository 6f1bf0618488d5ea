package org.dutyledger.app.service;

import java.util.List;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;

/** Where Kafka is. */
record Broker(String addresses) implements KafkaConnectionDetails {

    @Override
    public List<String> getBootstrapServers() {
        return List.of(addresses.split("\\s*,\\s*"));
    }
}
