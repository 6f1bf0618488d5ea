package org.dutyledger.alerting.route;

import org.jspecify.annotations.Nullable;

/**
 * The server that takes mail.
 *
 * @param starttls whether to refuse a server that does not encrypt
 * @param from the sender's address
 * @param user null: no log-in
 */
public record Smtp(
        String host,
        int port,
        boolean starttls,
        String from,
        @Nullable String user,
        @Nullable Secret passwordFrom) {}
