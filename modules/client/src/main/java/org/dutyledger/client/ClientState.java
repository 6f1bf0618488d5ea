package org.dutyledger.client;

import org.jspecify.annotations.Nullable;

/**
 * How a client is.
 *
 * @param answersCounted answers taken since the client was opened
 * @param answersRefused answers refused since then because the outbox is full
 * @param factsRefused facts refused since then, for whatever reason
 * @param kept events in the outbox that Kafka has not confirmed
 * @param outboxBytes what the outbox takes on the disk
 * @param sent events that Kafka confirmed since the client was opened
 * @param full whether the outbox refuses
 * @param failure why sending failed last; null: it goes on
 */
public record ClientState(
        long answersCounted,
        long answersRefused,
        long factsRefused,
        long kept,
        long outboxBytes,
        long sent,
        boolean full,
        @Nullable String failure) {}
