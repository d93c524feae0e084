package casetrail.standalone.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A data directory held by this process: nobody else gets it until this is closed or the process dies, however it dies, because the
 * lock is the operating system's and not the mere presence of a file.
 */
public final class DataDirectory implements AutoCloseable {

    private static final String LOCK = "lock";

    /** The most that is read of the lock's text; it is one short line. */
    private static final int HOLDER_LENGTH_MAX = 200;

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the directory, and makes it if it is not there.
     *
     * @throws DirectoryInUse if another process, or this one, holds it
     * @throws CannotStart if it cannot be made or written
     */
    @SuppressWarnings("MustBeClosedChecker") // the channel lives as long as what is answered
    public static DataDirectory hold(Path wanted) {
        Path path = made(wanted);
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = lockOrNull(channel);
            if (lock == null) {
                String holder = holder(channel);
                channel.close();
                throw new DirectoryInUse(path, holder);
            }
            var words = "process " + ProcessHandle.current().pid();
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(words.getBytes(UTF_8)), 0);
            return new DataDirectory(path, channel, lock);
        } catch (IOException e) {
            closeQuietly(channel);
            throw new CannotStart("%s cannot be written: %s".formatted(path, reason(e)), e);
        }
    }

    /** Whether any process ever held the directory. */
    public static boolean wasHeld(Path directory) {
        return Files.exists(directory.resolve(LOCK));
    }

    /** Whether some process holds the directory now. */
    public static boolean isHeld(Path directory) {
        if (!wasHeld(directory)) {
            return false;
        }
        try {
            hold(directory).close();
            return false;
        } catch (DirectoryInUse e) {
            return true;
        }
    }

    public Path path() {
        return path;
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try (channel) {
            lock.release();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("releasing " + path, e);
        }
    }

    /** What an input or output failure says, in one line and without a class name where that can be. */
    public static String reason(IOException e) {
        return switch (e) {
            case java.nio.file.AccessDeniedException denied -> "permission denied (" + denied.getFile() + ")";
            case NoSuchFileException missing -> "no such file or directory (" + missing.getFile() + ")";
            case FileAlreadyExistsException there -> there.getFile() + " is a file, not a directory";
            case java.nio.file.FileSystemException other
            when other.getReason() != null ->
                other.getReason() + (other.getFile() == null ? "" : " (" + other.getFile() + ")");
            default -> String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown");
        };
    }

    private static Path made(Path wanted) {
        try {
            Files.createDirectories(wanted);
            return wanted.toRealPath();
        } catch (IOException e) {
            throw new CannotStart("%s cannot be made: %s".formatted(wanted.toAbsolutePath(), reason(e)), e);
        }
    }

    private static @Nullable FileLock lockOrNull(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(HOLDER_LENGTH_MAX);
        int length = channel.read(bytes, 0);
        return length <= 0 ? "" : new String(bytes.array(), 0, length, UTF_8).strip();
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // What made us give up is reported; this adds nothing.
            }
        }
    }
}
