package org.dutyledger.intake;

/** Where a fact came in. */
public sealed interface Origin {

    /** The name of the door, as it stands in metrics and in the table of rejected facts. */
    String door();

    /** A record of a Kafka topic. */
    record Kafka(String topic, int partition, long offset) implements Origin {
        @Override
        public String door() {
            return "kafka";
        }
    }

    /** A request. */
    record Http() implements Origin {
        @Override
        public String door() {
            return "http";
        }
    }
}
