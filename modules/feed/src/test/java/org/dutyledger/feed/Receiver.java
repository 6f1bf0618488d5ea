package org.dutyledger.feed;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A receiver of webhooks that checks signatures and misbehaves as it is told. */
final class Receiver implements AutoCloseable {

    /** What it does with one request instead of taking it. */
    enum Trouble {
        FAILS(500),
        REDIRECTS(302),
        TOO_MANY(429),
        GONE(410),
        HANGS_UP(0);

        private final int status;

        Trouble(int status) {
            this.status = status;
        }
    }

    /** An attempt that came in. */
    record Attempt(String id, boolean verified, boolean taken, String body, long nanos) {}

    final Queue<Trouble> troubles = new ConcurrentLinkedQueue<>();
    final List<Attempt> attempts = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final Webhook webhook;

    Receiver(String secret) throws IOException {
        webhook = new Webhook(secret);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::receive);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            Trouble trouble = troubles.poll();
            attempts.add(
                    new Attempt(
                            id,
                            verified(body, exchange),
                            trouble == null,
                            body,
                            System.nanoTime()));
            if (trouble == null) {
                exchange.sendResponseHeaders(204, -1);
            } else if (trouble != Trouble.HANGS_UP) {
                if (trouble == Trouble.TOO_MANY) {
                    exchange.getResponseHeaders().add("Retry-After", "1");
                }
                if (trouble == Trouble.REDIRECTS) {
                    exchange.getResponseHeaders().add("Location", "/elsewhere");
                }
                exchange.sendResponseHeaders(trouble.status, -1);
            }
        }
    }

    private boolean verified(String body, HttpExchange exchange) {
        try {
            webhook.verify(
                    body, HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true));
            return true;
        } catch (WebhookVerificationException e) {
            return false;
        }
    }

    List<String> taken() {
        return attempts.stream().filter(Attempt::taken).map(Attempt::id).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
