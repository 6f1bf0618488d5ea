package org.dutyledger.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** How the one Kafka node is set; names and defaults are those of Kafka's broker configuration. */
final class KafkaSettings {

    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";

    private KafkaSettings() {}

    static Map<String, String> of(Path directory, KafkaPorts ports) {
        var settings = new HashMap<String, String>();
        settings.putAll(place(directory, ports));
        settings.putAll(oneNode());
        settings.putAll(groups());
        // A mistyped topic name stays an error.
        settings.put("auto.create.topics.enable", "false");
        settings.put("log.message.timestamp.type", "LogAppendTime");
        // 128 MB less memory; the few compacted topics here are small.
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        return settings;
    }

    private static Map<String, String> place(Path directory, KafkaPorts ports) {
        String broker = "PLAINTEXT://127.0.0.1:" + ports.broker();
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE),
                "controller.quorum.voters",
                NODE + "@127.0.0.1:" + ports.controller(),
                "listeners",
                broker + "," + CONTROLLER + "://127.0.0.1:" + ports.controller(),
                "advertised.listeners",
                broker,
                "controller.listener.names",
                CONTROLLER,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs",
                directory.toString());
    }

    /** One copy of everything, and few partitions: each costs start time and files. */
    private static Map<String, String> oneNode() {
        return Map.of(
                "default.replication.factor", "1",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "4");
    }

    /**
     * Members live in this very process: one that died with it must not keep its partitions for
     * Kafka's 45 seconds after the restart.
     */
    private static Map<String, String> groups() {
        return Map.of(
                "group.initial.rebalance.delay.ms", "0",
                "group.consumer.min.session.timeout.ms", "6000",
                "group.consumer.session.timeout.ms", "6000",
                "group.consumer.min.heartbeat.interval.ms", "1000",
                "group.consumer.heartbeat.interval.ms", "1000");
    }
}
