package org.dutyledger.alerting.route;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a secret stands: in an environment variable or in a file, never in the routes themselves.
 */
public record Secret(@Nullable String env, @Nullable Path file) {

    /**
     * Reads it anew, so that it can be changed without a restart.
     *
     * @throws IllegalStateException if it is not there
     */
    public String read() {
        if (env != null) {
            String value = System.getenv(env);
            if (value == null) {
                throw new IllegalStateException("environment variable " + env + " is not set");
            }
            return value.strip();
        }
        try {
            return Files.readString(file == null ? Path.of("") : file).strip();
        } catch (IOException e) {
            throw new IllegalStateException("secret file " + file + " cannot be read", e);
        }
    }
}
