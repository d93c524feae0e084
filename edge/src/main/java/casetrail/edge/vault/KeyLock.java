package casetrail.edge.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Who writes in a vault's directory does so alone, among the threads of this process and among processes of this machine. */
final class KeyLock {

    /** A file lock belongs to the whole process, so threads have to agree among themselves first. */
    private static final ConcurrentHashMap<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final Path file;
    private final ReentrantLock threads;

    KeyLock(Path file) throws IOException {
        this.file = file;
        this.threads = THREADS.computeIfAbsent(file.toAbsolutePath().normalize(), p -> new ReentrantLock());
    }

    /** Runs it alone. */
    <T> T alone(Work<T> work) {
        threads.lock();
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock(); // released when the channel closes
            return work.run();
        } catch (IOException e) {
            throw new VaultUnavailable("the vault cannot be written", e);
        } finally {
            threads.unlock();
        }
    }

    /** Something done under the lock. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }
}
