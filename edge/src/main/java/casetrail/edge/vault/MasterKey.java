package casetrail.edge.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import casetrail.edge.files.Durable;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.Set;

/** The key that wraps all others: a Tink keyset in a file that only its owner may read. */
final class MasterKey {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final KeysetHandle keyset;
    private final Aead aead;

    private MasterKey(KeysetHandle keyset) throws GeneralSecurityException {
        this.keyset = keyset;
        this.aead = keyset.getPrimitive(AeadConfig2026.get(), Aead.class);
    }

    static MasterKey generate() {
        try {
            return new MasterKey(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink cannot make an AES-256-GCM key", e);
        }
    }

    static MasterKey read(Path file) throws IOException {
        if (Durable.posix(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new VaultDamaged(
                    "others than its owner may read %s; set its mode to 0600".formatted(file.getFileName()));
        }
        try {
            var json = Files.readString(file, UTF_8);
            return new MasterKey(
                    TinkJsonProtoKeysetFormat.parseKeyset(json, AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            throw new VaultDamaged("%s is not a Tink keyset".formatted(file.getFileName()), e);
        }
    }

    void write(Path file) throws IOException {
        try {
            var json = TinkJsonProtoKeysetFormat.serializeKeyset(
                    keyset, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
            Durable.write(file, json.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink cannot write its own keyset", e);
        }
    }

    byte[] wrap(int slot, KeyOwner owner, byte[] key) {
        return encrypt(key, boundTo(slot, owner));
    }

    byte[] unwrap(int slot, KeySlot stored) {
        return decrypt(stored.wrapped(), boundTo(slot, stored.owner()));
    }

    byte[] encrypt(byte[] plain, byte[] boundTo) {
        try {
            return aead.encrypt(plain, boundTo);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM does not work here", e);
        }
    }

    byte[] decrypt(byte[] ciphertext, byte[] boundTo) {
        try {
            return aead.decrypt(ciphertext, boundTo);
        } catch (GeneralSecurityException e) {
            throw new VaultDamaged("the master key and the key file do not fit together", e);
        }
    }

    /** Bound to its place, so that no slot's key can be copied over another's. */
    private static byte[] boundTo(int slot, KeyOwner owner) {
        var bound = owner.bound("key");
        return ByteBuffer.allocate(bound.length + Integer.BYTES)
                .put(bound)
                .putInt(slot)
                .array();
    }
}
