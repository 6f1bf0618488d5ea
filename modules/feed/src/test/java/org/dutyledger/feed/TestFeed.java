package org.dutyledger.feed;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.embedded.TestDatabase;
import org.dutyledger.embedded.TestKafka;
import org.dutyledger.ledger.LedgerConfiguration;
import org.dutyledger.ledger.Recorder;
import org.dutyledger.ledger.store.Sequencer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Ledger and feed as the service wires them; several may stand on one database. */
final class TestFeed implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private TestFeed(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * @param settings {@code name=value}
     */
    static TestFeed start(List<String> settings) {
        var all =
                new ArrayList<>(
                        List.of(
                                "spring.main.banner-mode=off",
                                "spring.main.log-startup-info=false",
                                "spring.kafka.admin.auto-create=false",
                                "axon.axonserver.enabled=false",
                                "axon.serializer.general=jackson3"));
        all.addAll(settings);
        return new TestFeed(
                new SpringApplicationBuilder(App.class)
                        .web(WebApplicationType.NONE)
                        .run(all.stream().map(setting -> "--" + setting).toArray(String[]::new)));
    }

    /** Where an instance finds its servers. */
    static List<String> servers(TestDatabase database, Path keyFile, String topic) {
        return List.of(
                "spring.datasource.url=" + database.url(),
                "spring.datasource.username=" + database.user(),
                "spring.datasource.password=" + database.password(),
                "spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                "dutyledger.ledger.key-file=" + keyFile,
                "dutyledger.feed.topic=" + topic);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration")
    @Import({LedgerConfiguration.class, FeedConfiguration.class})
    static class App {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    void record(List<String> facts) {
        Facts.record(bean(Recorder.class), facts);
    }

    /** Every finding on record, in order. */
    List<FeedEntry> findings() {
        // What was just recorded may not be numbered yet
        bean(Sequencer.class).sequenceAll();
        var feed = bean(FindingsFeed.class);
        List<FeedEntry> all = new ArrayList<>();
        long last = feed.last();
        for (long after = 0; after < last; ) {
            FeedPage page = feed.read(after, 1000, FeedFilter.ALL);
            all.addAll(page.entries());
            after = page.reached();
        }
        return all;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
