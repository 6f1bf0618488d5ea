package org.dutyledger.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.dutyledger.embedded.TestDatabase;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.PolicyReader;
import org.dutyledger.liability.law.Rulebooks;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The service without Kafka: ledger, HTTP intake, views and REST, on a database of its own. Its
 * clock runs in 2028, so that the facts of the golden cases are past.
 */
final class Service implements AutoCloseable {

    static final Path CASES = Path.of("../liability/src/test/resources/cases");

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private Service(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Service start(Path keyFile) {
        TestDatabase database = TestDatabase.fresh();
        return new Service(
                new SpringApplicationBuilder(App.class)
                        .properties(
                                "server.port=0",
                                "server.address=127.0.0.1",
                                "spring.threads.virtual.enabled=true",
                                "spring.datasource.url=" + database.url(),
                                "spring.datasource.username=" + database.user(),
                                "spring.datasource.password=" + database.password(),
                                "spring.main.banner-mode=off",
                                "spring.kafka.admin.auto-create=false",
                                "dutyledger.intake.roles=",
                                "dutyledger.feed.roles=",
                                "dutyledger.feed.heartbeat=500ms",
                                "dutyledger.feed.readers=8",
                                "dutyledger.judge.rulebooks=cn-product,cn-reform,cn-service",
                                "dutyledger.judge.policy="
                                        + CASES.resolve("G1-timely-remedy-missing-warning")
                                                .resolve("policy.yaml"),
                                "axon.axonserver.enabled=false",
                                "axon.serializer.general=jackson3",
                                "dutyledger.ledger.key-file=" + keyFile)
                        .run());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration")
    @ComponentScan({
        "org.dutyledger.ledger",
        "org.dutyledger.intake",
        "org.dutyledger.feed",
        "org.dutyledger.alerting",
        "org.dutyledger.views",
        "org.dutyledger.web"
    })
    static class App {

        @Bean
        Clock clock() {
            Instant then = Instant.parse("2028-01-01T00:00:00Z");
            return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), then));
        }
    }

    static Policy policyOf(String name) throws IOException {
        String yaml = Files.readString(CASES.resolve(name).resolve("policy.yaml"));
        return PolicyReader.read(yaml, Rulebooks.all());
    }

    HttpResponse<byte[]> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<byte[]> post(String path, String contentType, byte[] body) {
        return send(
                request(path)
                        .header("Content-Type", contentType)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    HttpRequest.Builder request(String path) {
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        client.close();
        context.close();
    }
}
