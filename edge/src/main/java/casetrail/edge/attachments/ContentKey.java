package casetrail.edge.attachments;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** The key of one attachment's content. */
record ContentKey(String base64) {

    private static final int KEY_BYTES = 32;
    private static final int SEGMENT_BYTES = 64 << 10;

    static ContentKey fresh() {
        var key = SecretBytes.randomBytes(KEY_BYTES).toByteArray(InsecureSecretKeyAccess.get());
        return new ContentKey(Base64.getEncoder().encodeToString(key));
    }

    /** Encrypts and decrypts in segments, so that no attachment is ever in memory as a whole and none can be cut short unnoticed. */
    StreamingAead stream() {
        try {
            return new AesGcmHkdfStreaming(
                    Base64.getDecoder().decode(base64), "HmacSha256", KEY_BYTES, SEGMENT_BYTES, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM does not work here", e);
        }
    }

    @Override
    public String toString() {
        return "ContentKey[...]";
    }
}
