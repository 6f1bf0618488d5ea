package org.dutyledger.app.command;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code dutyledger alerts ack}, {@code silence}, {@code resolve} and {@code assign}: what people
 * say.
 */
final class AlertWords {

    private AlertWords() {}

    /** What people say to an alert. */
    abstract static class Word implements Runnable {
        @Parameters(paramLabel = "ID", description = "As `alerts list` shows it.")
        String id;

        @Option(
                names = "--by",
                paramLabel = "NAME",
                defaultValue = "${env:USER}",
                description = "Who says so (default: ${DEFAULT-VALUE}).")
        @Nullable String by;

        @Mixin Service service;
        @Spec CommandSpec spec;

        abstract String act();

        abstract Map<String, String> more();

        @Override
        public void run() {
            if (by == null || by.isBlank()) {
                throw CommandFailure.wrongUse("say who you are by --by NAME");
            }
            var body = new LinkedHashMap<String, String>();
            body.put("by", by);
            body.putAll(more());
            byte[] json =
                    JsonMapper.shared().writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
            Answer.print(
                    spec.commandLine().getOut(),
                    service.post("/alerts/" + id + "/" + act(), "application/json", json));
        }
    }

    /** What holds until its end. */
    abstract static class WordUntil extends Word {
        @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
        private String reason;

        @Option(
                names = "--until",
                paramLabel = "TIME",
                required = true,
                description = "To when (RFC 3339).")
        private String until;

        @Override
        Map<String, String> more() {
            return Map.of("reason", reason, "until", until);
        }
    }

    /** {@code alerts ack}. */
    @Command(
            name = "ack",
            description =
                    "Acknowledges one: who says so owns it, until then. No duty changes by it.")
    static final class Acknowledge extends WordUntil {
        Acknowledge() {}

        @Override
        String act() {
            return "acknowledge";
        }
    }

    /** {@code alerts silence}. */
    @Command(
            name = "silence",
            description = "Nobody is told of one until then. No duty changes by it.")
    static final class Silence extends WordUntil {
        Silence() {}

        @Override
        String act() {
            return "silence";
        }
    }

    /** {@code alerts resolve}. */
    @Command(
            name = "resolve",
            description = "Settles one until the record says something new. No duty changes by it.")
    static final class Resolve extends Word {
        @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
        private String reason;

        Resolve() {}

        @Override
        String act() {
            return "resolve";
        }

        @Override
        Map<String, String> more() {
            return Map.of("reason", reason);
        }
    }

    /** {@code alerts assign}. */
    @Command(name = "assign", description = "Gives one to somebody.")
    static final class Assign extends Word {
        @Option(names = "--owner", paramLabel = "NAME", required = true, description = "To whom.")
        private String owner;

        Assign() {}

        @Override
        String act() {
            return "assign";
        }

        @Override
        Map<String, String> more() {
            return Map.of("owner", owner);
        }
    }
}
