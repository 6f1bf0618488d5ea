package org.dutyledger.ledger;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The record: needs a {@code DataSource} and a {@code Clock}, offers {@link Recorder} and {@link
 * RecordedFacts}.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties({LedgerProperties.class, JudgeProperties.class})
public class LedgerConfiguration {}
