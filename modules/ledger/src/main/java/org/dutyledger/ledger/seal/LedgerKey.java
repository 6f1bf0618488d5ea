package org.dutyledger.ledger.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one secret of a record, and what is derived from it (HKDF-SHA256, RFC 5869): the key that
 * wraps the keys of data subjects, and the keys of its digests. Who loses it loses every sealed
 * field.
 */
public final class LedgerKey {

    private static final int BYTES = 32;

    /** Half of a SHA-256 is enough to tell contents apart when the key is secret. */
    private static final int DIGEST_BYTES = 16;

    private final SecretKey wrapping;
    private final ThreadLocal<Mac> contents;
    private final ThreadLocal<Mac> subjects;
    private final ThreadLocal<Mac> proofs;

    /**
     * @param secret 32 bytes
     */
    public LedgerKey(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException(
                    "the ledger key has " + secret.length + " bytes, not " + BYTES);
        }
        wrapping = derive(secret, "wrap", "AES");
        contents = mac(derive(secret, "content", "HmacSHA256"));
        subjects = mac(derive(secret, "subject", "HmacSHA256"));
        proofs = mac(derive(secret, "proof", "HmacSHA256"));
    }

    /** Reads the key, in hexadecimal, from a file; makes a new one if there is no such file. */
    public static LedgerKey ofFile(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return new LedgerKey(HexFormat.of().parseHex(Files.readString(file).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger key cannot be used: " + file, e);
        }
    }

    private static void create(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        Path written = Files.createTempFile(folder, "ledger", ".key", ownerOnly(file));
        Files.writeString(written, HexFormat.of().formatHex(secret));
        try {
            Files.move(written, file);
        } catch (FileAlreadyExistsException e) {
            Files.delete(written); // another instance was first; its key counts
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static SecretKey derive(byte[] secret, String purpose, String algorithm) {
        try {
            byte[] info = ("dutyledger " + purpose).getBytes(StandardCharsets.US_ASCII);
            var parameters = HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(info, BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ThreadLocal<Mac> mac(SecretKey key) {
        return ThreadLocal.withInitial(() -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
                return mac;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Tells received contents apart without giving them away. */
    public byte[] digest(byte[] content) {
        return Arrays.copyOf(contents.get().doFinal(content), DIGEST_BYTES);
    }

    /** Finds a data subject's key without naming the subject. */
    byte[] subject(String subject) {
        return subjects.get().doFinal(subject.getBytes(StandardCharsets.UTF_8));
    }

    /** The same for the same key alone. */
    byte[] proof() {
        return proofs.get().doFinal();
    }

    SecretKey wrapping() {
        return wrapping;
    }
}
