package org.dutyledger.app.service;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether a server outside this process is configured: its address is there and not blank. */
final class Outside {

    private static final String POSTGRES = "dutyledger.postgres.url";
    private static final String KAFKA = "dutyledger.kafka.bootstrap-servers";

    private Outside() {}

    private static boolean configured(ConditionContext context, String property) {
        return !context.getEnvironment().getProperty(property, "").isBlank();
    }

    static final class Postgres implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return configured(context, POSTGRES);
        }
    }

    static final class NoPostgres implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !configured(context, POSTGRES);
        }
    }

    static final class Kafka implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return configured(context, KAFKA);
        }
    }

    static final class NoKafka implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !configured(context, KAFKA);
        }
    }
}
