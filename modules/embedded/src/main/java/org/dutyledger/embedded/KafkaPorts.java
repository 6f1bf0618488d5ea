package org.dutyledger.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The two ports of the Kafka node, chosen free once and then kept in its directory.
 *
 * @param broker where clients connect
 * @param controller where the broker finds its controller
 */
record KafkaPorts(int broker, int controller) {

    private static final String FILE = "ports.properties";

    /** The ports kept in the directory; new ones where none are kept or another process has one. */
    static KafkaPorts of(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (Files.exists(file)) {
            KafkaPorts kept = read(file);
            if (free(kept.broker) && free(kept.controller)) {
                return kept;
            }
        }
        try (var one = open(0);
                var other = open(0)) {
            return new KafkaPorts(one.getLocalPort(), other.getLocalPort());
        }
    }

    private static KafkaPorts read(Path file) throws IOException {
        var kept = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            kept.load(reader);
        }
        return new KafkaPorts(
                Integer.parseInt(kept.getProperty("broker")),
                Integer.parseInt(kept.getProperty("controller")));
    }

    /**
     * Called once the server runs: a second one that finds the directory in use changes nothing.
     */
    void keep(Path directory) throws IOException {
        Files.writeString(
                directory.resolve(FILE), "broker=" + broker + "\ncontroller=" + controller + "\n");
    }

    private static boolean free(int port) {
        try (var socket = open(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static ServerSocket open(int port) throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }
}
