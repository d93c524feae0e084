package casetrail.edge.identity;

import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.people.AccountName;
import casetrail.events.people.GrantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The secret by which commands on the same machine reach the server that holds a data directory: a file that only the owner of the
 * directory can read. Whoever shows it from a loopback address is the local operator, who may operate, tend the views and read the
 * log, and nothing else.
 */
public final class LocalToken {

    /** The file's name in the data directory. */
    public static final String FILE = "local.token";

    /** How the session of the local operator is known. */
    static final Session SESSION = new Session("local", null, 0, null);

    private static final Asker OPERATOR = new Asker(
            new PersonId("person-local-operator"),
            new AccountName("local-operator"),
            List.of(new Standing(new GrantId("grant-local"), Role.ADMIN, null)),
            SESSION);

    private static final int SECRET_BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final Pattern FORM = Pattern.compile("local_[0-9a-f]{64}");
    private static final Logger LOG = LoggerFactory.getLogger(LocalToken.class);

    private final Path file;

    public LocalToken(Path dataDir) {
        this.file = dataDir.resolve(FILE);
    }

    /** A new token in the data directory, in the place of any older one. */
    public static String create(Path dataDir, SecureRandom random) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        var token = "local_" + HexFormat.of().formatHex(secret);
        try {
            boolean posix = Files.getFileStore(dataDir).supportsFileAttributeView("posix");
            var fresh = posix
                    ? Files.createTempFile(dataDir, FILE, ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY))
                    : Files.createTempFile(dataDir, FILE, ".new");
            Files.writeString(fresh, token);
            Files.move(
                    fresh, dataDir.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return token;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the local token", e);
        }
    }

    /** The local operator. */
    static Asker operator() {
        return OPERATOR;
    }

    /** Whether this is the token in the file, and the file is the owner's alone. */
    boolean matches(String presented) {
        if (!FORM.matcher(presented).matches() || !Files.isRegularFile(file)) {
            return false;
        }
        try {
            if (Files.getFileStore(file).supportsFileAttributeView("posix")
                    && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                LOG.warn("the local token is not accepted: others than its owner may read its file");
                return false;
            }
            var kept = Files.readString(file).strip();
            return MessageDigest.isEqual(
                    kept.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.warn("the local token cannot be read: {}", e.getMessage());
            return false;
        }
    }
}
