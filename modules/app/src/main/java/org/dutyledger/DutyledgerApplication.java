package org.dutyledger;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service: every module's components, wired. Started by {@code dutyledger serve}. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DutyledgerApplication {}
