package casetrail.edge.attachments;

import casetrail.events.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Where attachments are kept. Safe for many threads and for several processes on one directory. */
public interface Attachments {

    /** The largest attachment unless configured otherwise: 20 MiB. */
    long SIZE_MAX = 20L << 20;

    /**
     * Keeps what the stream gives; on disk when this returns. The same content again is the same attachment.
     *
     * @throws casetrail.edge.problem.RefusedException if it is empty, larger than the bound, or of no known type, whatever was declared
     * @throws IOException if the stream cannot be read
     */
    Stored put(InputStream content, long sizeMax) throws IOException;

    /** The attachment, to be read once and closed; empty if there is none, or its key was destroyed. */
    Optional<Opened> open(Sha256 address);

    /** Whether a command may refer to it. */
    boolean has(Sha256 address);

    /** What is known of an attachment: its address, its size in bytes, and what its first bytes say it is. */
    record Stored(Sha256 sha256, long size, MediaKind kind) {}

    /** An attachment and its content, decrypted while it is read. */
    record Opened(Stored stored, InputStream content) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            content.close();
        }
    }
}
