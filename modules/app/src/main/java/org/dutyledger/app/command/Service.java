package org.dutyledger.app.command;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A running service, asked over REST (contract, section 6). */
final class Service {

    private static final String API = "/api/v1";
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;
    private static final String PAGE = "500";

    private final JsonMapper json = new JsonMapper();

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "${env:DUTYLEDGER_SERVER:-http://127.0.0.1:8080}",
            description = "The running service (DUTYLEDGER_SERVER; default: ${DEFAULT-VALUE}).")
    private URI server;

    private @Nullable HttpClient client;

    Service() {}

    /** The service at that root. */
    static Service at(URI server) {
        var service = new Service();
        service.server = server;
        return service;
    }

    /** Its root. */
    URI server() {
        return server;
    }

    /** One answer, as it came. */
    byte[] bytes(String path, Map<String, String> query) {
        return send(request(path, query).GET().build());
    }

    /** One answer. */
    JsonNode get(String path, Map<String, String> query) {
        return read(bytes(path, query));
    }

    /** All pages of a list as one. */
    ObjectNode all(String path, Map<String, String> query, String items) {
        var asked = new LinkedHashMap<>(query);
        asked.put("limit", PAGE);
        ObjectNode whole = (ObjectNode) get(path, asked);
        JsonNode page = whole;
        while (page.hasNonNull("next")) {
            asked.put("after", page.get("next").asString());
            page = get(path, asked);
            ((ArrayNode) whole.get(items)).addAll((ArrayNode) page.get(items));
        }
        whole.remove("next");
        return whole;
    }

    /** Sends something. */
    JsonNode post(String path, String contentType, byte[] body) {
        BodyPublisher content = BodyPublishers.ofByteArray(body);
        return read(
                send(
                        request(path, Map.of())
                                .header("Content-Type", contentType)
                                .POST(content)
                                .build()));
    }

    private HttpRequest.Builder request(String path, Map<String, String> query) {
        String parameters =
                query.entrySet().stream()
                        .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
        String base = server.toString().replaceAll("/+$", "");
        return HttpRequest.newBuilder(
                        URI.create(
                                base + API + path + (parameters.isEmpty() ? "" : "?" + parameters)))
                .timeout(Duration.ofHours(1))
                .header("Accept", "application/json, application/problem+json");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private byte[] send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = client().send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 != 2) {
                throw refused(response);
            }
            return response.body();
        } catch (IOException e) {
            throw CommandFailure.outOfReach(
                    "no Dutyledger answers at %s: start one by `dutyledger serve`, or name another by --server"
                            .formatted(server));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.outOfReach("interrupted");
        }
    }

    private HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
        }
        return client;
    }

    /** A problem of RFC 9457 becomes a sentence and an exit status. */
    private CommandFailure refused(HttpResponse<byte[]> response) {
        String sentence =
                "%s answered %d: %s".formatted(server, response.statusCode(), detail(response));
        if (response.statusCode() == NOT_FOUND) {
            return CommandFailure.answerIsNo(sentence);
        }
        return response.statusCode() >= SERVER_ERROR
                ? CommandFailure.outOfReach(sentence)
                : CommandFailure.wrongUse(sentence);
    }

    private String detail(HttpResponse<byte[]> response) {
        try {
            JsonNode problem = json.readTree(response.body());
            return problem.path("detail")
                    .asString(problem.path("title").asString("no reason given"));
        } catch (JacksonException e) {
            return "no reason given";
        }
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw CommandFailure.outOfReach(
                    "%s does not answer as a Dutyledger does".formatted(server));
        }
    }
}
