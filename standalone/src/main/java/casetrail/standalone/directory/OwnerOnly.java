package casetrail.standalone.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import casetrail.edge.files.Durable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import java.util.stream.Collectors;

/** Small files that only their owner may read. Written whole or not at all, and on disk when a call returns. */
public final class OwnerOnly {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** More than 192 bits (each character has 5.95): as strong as a key, and short enough to be typed once. */
    private static final int SECRET_LENGTH = 33;

    private OwnerOnly() {}

    public static void write(Path file, String text) {
        try {
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.deleteIfExists(part);
            var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (var channel = FileChannel.open(part, options, ownerOnly(part))) {
                var bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Durable.syncFolder(file);
        } catch (IOException e) {
            throw new CannotStart("%s cannot be written: %s".formatted(file, DataDirectory.reason(e)), e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new CannotStart("%s cannot be read: %s".formatted(file, DataDirectory.reason(e)), e);
        }
    }

    /** The secret kept in the file; a new one if there is none yet. */
    public static String secret(Path file) {
        if (Files.exists(file)) {
            return read(file);
        }
        String secret = newSecret();
        write(file, secret + "\n");
        return secret;
    }

    /** Letters and digits only, so that it needs no quoting anywhere and is never taken for an option. */
    public static String newSecret() {
        return RANDOM.ints(SECRET_LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
