package org.dutyledger.app.service;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The data directory, held by one process at a time: two services on the same files would destroy
 * them.
 */
final class DataDirectory implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private DataDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Creates the directory if it is missing and takes its lock.
     *
     * @throws StartRefused if another process holds it or it cannot be written
     */
    static DataDirectory take(Path wanted) {
        Path path = wanted.toAbsolutePath().normalize();
        Path lock = path.resolve("lock");
        try {
            create(path);
            FileChannel channel =
                    FileChannel.open(
                            lock,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                String holder = Files.readString(lock).strip();
                channel.close();
                throw StartRefused.because(
                        "another Dutyledger (process %s) uses the data directory %s: stop it, or name another directory by DUTYLEDGER_DATA"
                                .formatted(holder, path));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(pid()));
            return new DataDirectory(path, channel);
        } catch (IOException e) {
            throw StartRefused.because(
                    "the data directory %s cannot be used: %s".formatted(path, e));
        }
    }

    /** For this user alone: it holds passwords and keys. */
    private static void create(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        Files.createDirectories(path);
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static byte[] pid() {
        return Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
