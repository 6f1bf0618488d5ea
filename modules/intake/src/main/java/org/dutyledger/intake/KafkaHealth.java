package org.dutyledger.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up when a broker of the cluster answers within two seconds. */
final class KafkaHealth implements HealthIndicator, AutoCloseable {

    private static final int TIMEOUT_MS = 2_000;

    private final Admin admin;

    /**
     * @param kafka addresses and credentials, as Kafka's clients name them
     */
    KafkaHealth(Map<String, Object> kafka) {
        var settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        this.admin = Admin.create(settings);
    }

    @Override
    public Health health() {
        try {
            var cluster = admin.describeCluster();
            int nodes = cluster.nodes().get(TIMEOUT_MS, TimeUnit.MILLISECONDS).size();
            return Health.up()
                    .withDetail("cluster", cluster.clusterId().get())
                    .withDetail("nodes", nodes)
                    .build();
        } catch (ExecutionException | TimeoutException e) {
            return Health.down(e).build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.down(e).build();
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
