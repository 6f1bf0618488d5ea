package org.dutyledger.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Ports that stay the same from start to start, so that a server left running is found again. */
final class Ports {

    private Ports() {}

    /**
     * The port of a PostgreSQL that still runs on the data; else the one used last, if it is free;
     * else a free one, which is then kept.
     *
     * @param postmaster PostgreSQL's own {@code postmaster.pid}
     */
    static int keep(Path file, Path postmaster) throws IOException {
        int port = portOfRunning(postmaster);
        if (port == 0) {
            int last = Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
            port = isFree(last) ? last : anyFree();
        }
        Files.writeString(file, port + "\n");
        return port;
    }

    /** Line 1 is the process, line 4 the port (storage.sgml, "Database File Layout"). */
    private static int portOfRunning(Path postmaster) throws IOException {
        if (!Files.exists(postmaster)) {
            return 0;
        }
        List<String> lines = Files.readAllLines(postmaster);
        if (lines.size() < 4) {
            return 0;
        }
        long process = Long.parseLong(lines.getFirst().strip());
        int port = Integer.parseInt(lines.get(3).strip());
        boolean alive = ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
        return alive && !isFree(port) ? port : 0;
    }

    private static boolean isFree(int port) {
        if (port == 0) {
            return false;
        }
        try (var socket = new ServerSocket()) {
            // Without reuse, connections of the last run that still linger would look like a
            // server.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int anyFree() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
