package org.dutyledger.intake.windows;

import org.dutyledger.intake.IntakeProperties;
import org.dutyledger.intake.IntakeTopics;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import tools.jackson.databind.json.JsonMapper;

/** Wires the counting of warnings shown. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WindowsProperties.class)
class WindowsConfiguration {

    @Bean
    WindowsRole windowsRole(
            KafkaAdmin kafka,
            IntakeProperties intake,
            WindowsProperties windows,
            IntakeTopics topics,
            JsonMapper json) {
        return new WindowsRole(
                kafka.getConfigurationProperties(),
                intake,
                windows,
                topics,
                WindowsTopology.of(intake.topics(), windows, json));
    }
}
