package casetrail.edge.attachments;

import static java.nio.charset.StandardCharsets.US_ASCII;

import casetrail.edge.attachments.Incoming.Received;
import casetrail.edge.files.Durable;
import casetrail.edge.problem.RefusedException;
import casetrail.edge.vault.Vault;
import casetrail.events.Purpose;
import casetrail.events.Sha256;
import casetrail.events.refusals.RefusalCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Attachments in a directory, each at {@code ab/cd/<sha256>}: the address is that of the plain content, the file holds it encrypted under
 * a key that the vault seals for the subject {@code attachment-<sha256>}. A file is written elsewhere, synced, and then renamed, so
 * what is at an address is whole.
 */
public final class FileAttachments implements Attachments {

    /** So many are taken in at once; each holds a file and some buffers open. */
    static final int UPLOADS_MAX = 16;

    private static final Duration ABANDONED_AFTER = Duration.ofHours(6);

    private final Path root;
    private final Path incoming;
    private final Vault vault;
    private final Semaphore uploads = new Semaphore(UPLOADS_MAX);

    /** Uses the directory, and clears away what earlier processes left unfinished. */
    public FileAttachments(Path root, Vault vault, InstantSource clock) {
        this.root = root;
        this.incoming = root.resolve("incoming");
        this.vault = vault;
        try {
            Durable.folder(root);
            Durable.folder(incoming);
            try (var left = Files.newDirectoryStream(incoming)) {
                for (var file : left) {
                    if (Files.getLastModifiedTime(file)
                            .toInstant()
                            .isBefore(clock.instant().minus(ABANDONED_AFTER))) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new AttachmentsUnavailable("the attachments' directory cannot be used", e);
        }
    }

    @Override
    public Stored put(InputStream content, long sizeMax) throws IOException {
        if (!uploads.tryAcquire()) {
            throw new RefusedException(RefusalCode.TOO_MANY_REQUESTS);
        }
        try {
            var file = temporary();
            try {
                var key = ContentKey.fresh();
                var received = new Incoming(file, key, sizeMax).receive(content);
                return settle(file, key, received);
            } finally {
                Files.deleteIfExists(file);
            }
        } finally {
            uploads.release();
        }
    }

    private Path temporary() {
        try {
            return Files.createTempFile(incoming, "upload-", "", Durable.ownerOnly(incoming, "rw-------"));
        } catch (IOException e) {
            throw new AttachmentsUnavailable("no attachment can be taken in", e);
        }
    }

    private Stored settle(Path file, ContentKey key, Received received) {
        var stored = new Stored(received.sha256(), received.size(), received.kind());
        try {
            if (form(stored.sha256())
                    .flatMap(form -> key(stored.sha256(), form))
                    .isPresent()) {
                return stored;
            }
            var seal = vault.seal(
                    StoredForm.subject(stored.sha256()), Purpose.FREE_TEXT, StoredForm.field(), key.base64());
            var head = new StoredForm(stored.kind(), stored.size(), seal.ciphertext()).onDisk();
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(head), 0);
                channel.force(true);
            }
            var place = place(stored.sha256());
            Durable.folder(root.resolve(root.relativize(place).subpath(0, 1)));
            Durable.folder(root.resolve(root.relativize(place).subpath(0, 2)));
            Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Durable.syncFolder(place);
            return stored;
        } catch (IOException e) {
            throw new AttachmentsUnavailable("the attachment cannot be kept", e);
        }
    }

    @Override
    public Optional<Opened> open(Sha256 address) {
        try {
            var form = form(address);
            var key = form.flatMap(f -> key(address, f));
            if (form.isEmpty() || key.isEmpty()) {
                return Optional.empty();
            }
            var raw = Files.newInputStream(place(address));
            raw.skipNBytes(StoredForm.BYTES);
            var plain = key.get().stream()
                    .newDecryptingStream(raw, boundTo(form.get().kind()));
            return Optional.of(
                    new Opened(new Stored(address, form.get().size(), form.get().kind()), plain));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new AttachmentsUnavailable("the attachment cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM does not work here", e);
        }
    }

    @Override
    public boolean has(Sha256 address) {
        return Files.isRegularFile(place(address));
    }

    static byte[] boundTo(MediaKind kind) {
        return kind.name().getBytes(US_ASCII);
    }

    private Optional<ContentKey> key(Sha256 address, StoredForm form) {
        return vault.open(form.sealed(address)).map(ContentKey::new);
    }

    private Optional<StoredForm> form(Sha256 address) throws IOException {
        try (var in = Files.newInputStream(place(address))) {
            return Optional.of(StoredForm.of(in.readNBytes(StoredForm.BYTES)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Path place(Sha256 address) {
        var hex = address.value();
        return root.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
    }
}
