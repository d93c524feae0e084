package casetrail.edge.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import casetrail.events.Sha256;
import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one subject and purpose, ready for use. Its ciphertexts are Tink's own format: a byte 1, the number of the key's slot plus
 * one, nonce, ciphertext, tag. So a ciphertext names its key, and a key made after another was destroyed is never taken for it.
 */
final class DataKey {

    static final int KEY_BYTES = 32;
    private static final byte TINK_PREFIX = 1;
    private static final int PREFIX_BYTES = 5;
    private static final String HMAC = "HmacSha256";

    private final Aead aead;
    private final SecretKeySpec digestKey;

    @AccessesPartialKey // wrapped keys are kept by us: one Tink keyset for each of a million cases would be ten times
    // as large
    DataKey(int slot, byte[] key) throws GeneralSecurityException {
        var parameters = AesGcmParameters.builder()
                .setKeySizeBytes(KEY_BYTES)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build();
        aead = AesGcmJce.create(AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                .setIdRequirement(slot + 1)
                .build());
        byte[] derived = Hkdf.computeHkdf(HMAC, key, new byte[0], "casetrail fingerprint".getBytes(UTF_8), KEY_BYTES);
        digestKey = new SecretKeySpec(derived, HMAC);
    }

    byte[] seal(byte[] text, byte[] boundTo) throws GeneralSecurityException {
        return aead.encrypt(text, boundTo);
    }

    byte[] open(byte[] ciphertext, byte[] boundTo) throws GeneralSecurityException {
        return aead.decrypt(ciphertext, boundTo);
    }

    Sha256 fingerprint(byte[] content) throws GeneralSecurityException {
        var mac = Mac.getInstance(HMAC);
        mac.init(digestKey);
        return new Sha256(HexFormat.of().formatHex(mac.doFinal(content)));
    }

    /** The slot of the key that made this ciphertext, or -1 if no vault made it. */
    static int slotOf(byte[] ciphertext) {
        if (ciphertext.length < PREFIX_BYTES || ciphertext[0] != TINK_PREFIX) {
            return -1;
        }
        return ByteBuffer.wrap(ciphertext, 1, Integer.BYTES).getInt() - 1;
    }
}
