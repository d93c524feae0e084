package casetrail.edge.attachments;

import casetrail.edge.problem.FaultRule;
import casetrail.edge.problem.RefusedException;
import casetrail.edge.problem.Violations;
import casetrail.events.Sha256;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/** Takes one attachment in: tells its type, counts, hashes and encrypts it while it is read, and never holds more than a buffer of it. */
record Incoming(Path file, ContentKey key, long sizeMax) {

    private static final int BUFFER_BYTES = 64 << 10;

    /** What came in. */
    record Received(Sha256 sha256, long size, MediaKind kind) {}

    Received receive(InputStream content) throws IOException {
        var buffer = new byte[BUFFER_BYTES];
        int read = content.readNBytes(buffer, 0, MediaKind.HEAD_BYTES);
        if (read == 0) {
            throw new Violations()
                    .add("", FaultRule.TOO_SHORT, Map.of("length", 0, "min", 1))
                    .refusal();
        }
        var kind = MediaKind.of(Arrays.copyOf(buffer, read)).orElseThrow(Incoming::unsupported);
        var text = new PlainText();
        var digest = sha256();
        long size = 0;
        try (var out = Files.newOutputStream(file)) {
            out.write(new byte[StoredForm.BYTES]); // written at last, when size and address are known
            try (var encrypted = encrypted(out, kind)) {
                while (read > 0) {
                    size += read;
                    if (size > sizeMax) {
                        throw new RefusedException(Refusal.of(RefusalCode.TOO_LARGE)
                                .with("max", sizeMax)
                                .with("what", "attachment"));
                    }
                    if (kind == MediaKind.TEXT && !text.goesOn(buffer, read)) {
                        throw unsupported();
                    }
                    digest.update(buffer, 0, read);
                    encrypted.write(buffer, 0, read);
                    read = content.readNBytes(buffer, 0, BUFFER_BYTES);
                }
            }
        }
        if (kind == MediaKind.TEXT && !text.ends()) {
            throw unsupported();
        }
        return new Received(new Sha256(HexFormat.of().formatHex(digest.digest())), size, kind);
    }

    private OutputStream encrypted(OutputStream out, MediaKind kind) throws IOException {
        try {
            return key.stream().newEncryptingStream(out, FileAttachments.boundTo(kind));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM does not work here", e);
        }
    }

    private static RefusedException unsupported() {
        return new RefusedException(Refusal.of(RefusalCode.UNSUPPORTED_TYPE).with("accepted", MediaKind.known()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
