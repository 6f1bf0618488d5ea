package org.dutyledger.intake;

import java.time.Instant;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** How the consumer is, for those who look after the service. */
sealed interface ConsumerState {

    /** Not started, or stopped on purpose. */
    record Stopped() implements ConsumerState {}

    /** Reads; the partitions may be none while another instance has them. */
    record Reading(Set<TopicPartition> partitions) implements ConsumerState {}

    /** Something failed; it tries again by itself. */
    record Waiting(Instant since, String cause) implements ConsumerState {}
}
