package casetrail.edge.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import casetrail.edge.files.Durable;
import casetrail.events.Bounded;
import casetrail.events.Purpose;
import casetrail.events.Sealed;
import casetrail.events.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/**
 * The vault in a directory: {@code master.key} wraps the keys in {@code keys}. Both are needed, and one without the other stops the
 * start. Several processes of one machine may use the directory at once; a file lock between machines is not relied on.
 */
public final class FileVault implements Vault, AutoCloseable {

    private final KeyRing ring;

    private FileVault(KeyRing ring) {
        this.ring = ring;
    }

    /**
     * Opens the vault in a directory, or makes one where there is none.
     *
     * @throws VaultDamaged if master key and key file do not fit together
     */
    public static FileVault in(Path directory) {
        try {
            Durable.folder(directory);
            var lock = new KeyLock(directory.resolve("lock"));
            return lock.alone(() -> {
                var master = master(directory);
                var file = new KeyFile(directory.resolve("keys"));
                file.fits(master);
                return new FileVault(new KeyRing(master, file, lock));
            });
        } catch (IOException e) {
            throw new VaultUnavailable("the vault cannot be opened", e);
        }
    }

    /** The key file is written first: without a master key and without keys it is an unfinished first start, and nothing is lost. */
    private static MasterKey master(Path directory) throws IOException {
        var masterFile = directory.resolve("master.key");
        var keyFile = directory.resolve("keys");
        if (Files.exists(masterFile)) {
            if (!Files.exists(keyFile)) {
                throw new VaultDamaged("the vault has a master key but no key file");
            }
            return MasterKey.read(masterFile);
        }
        if (Files.exists(keyFile) && Files.size(keyFile) > KeyFile.HEADER_BYTES) {
            throw new VaultDamaged("the vault has keys but no master key");
        }
        var master = MasterKey.generate();
        KeyFile.create(keyFile, master);
        master.write(masterFile);
        return master;
    }

    @Override
    public Sealed seal(String subject, Purpose purpose, String field, String text) {
        if (text.length() > Sealed.TEXT_MAX) {
            throw new IllegalArgumentException("%d characters are too many to seal".formatted(text.length()));
        }
        var owner = new KeyOwner(subject, purpose);
        try {
            var ciphertext = ring.keyOf(owner).seal(text.getBytes(UTF_8), owner.bound(field));
            return new Sealed(subject, purpose, field, Base64.getEncoder().encodeToString(ciphertext));
        } catch (IOException e) {
            throw new VaultUnavailable("the vault cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM does not work here", e);
        }
    }

    @Override
    public Optional<String> open(Sealed sealed) {
        var owner = new KeyOwner(sealed.subject(), sealed.purpose());
        var ciphertext = Base64.getDecoder().decode(sealed.ciphertext());
        try {
            var key = ring.at(DataKey.slotOf(ciphertext), owner);
            return key.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new String(key.get().open(ciphertext, owner.bound(sealed.field())), UTF_8));
        } catch (IOException e) {
            throw new VaultUnavailable("the vault cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw new SealedUnreadable(
                    "a sealed value of %s does not open with its key".formatted(Bounded.shown(sealed.subject())), e);
        }
    }

    @Override
    public Sha256 fingerprint(String subject, Purpose purpose, byte[] content) {
        try {
            return ring.keyOf(new KeyOwner(subject, purpose)).fingerprint(content);
        } catch (IOException e) {
            throw new VaultUnavailable("the vault cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 does not work here", e);
        }
    }

    @Override
    public boolean knows(String subject, Purpose purpose) {
        try {
            return ring.existing(new KeyOwner(subject, purpose)).isPresent();
        } catch (IOException e) {
            throw new VaultUnavailable("the vault cannot be read", e);
        }
    }

    @Override
    public boolean destroy(String subject, Purpose purpose) {
        return ring.destroy(new KeyOwner(subject, purpose));
    }

    @Override
    public void close() throws IOException {
        ring.close();
    }
}
