package casetrail.standalone.database;

import casetrail.standalone.directory.CannotStart;
import casetrail.standalone.directory.DataDirectory;
import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The account under which PostgreSQL runs: our own, unless we are root, as which it refuses to run. Then it is another account, or, where
 * that one cannot reach the directory, a user namespace in which root is nobody.
 *
 * @param prefix what stands before a command to run it as that account
 * @param owner the account's name; empty if files simply stay ours
 */
record PostgresAccount(List<String> prefix, String owner) {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresAccount.class);

    /** Tried in this order; an operator who wants an account of its own makes {@code casetrail}. */
    private static final List<String> CANDIDATES = List.of("casetrail", "nobody");

    private static final PostgresAccount OURSELVES = new PostgresAccount(List.of(), "");

    static PostgresAccount choose(Path directory, Path home, Path cluster) throws IOException {
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")) {
            return OURSELVES;
        }
        if (new UnixSystem().getUid() != 0) {
            requireOurs(cluster);
            return OURSELVES;
        }
        openTheWay(directory, home);
        for (String name : CANDIDATES) {
            for (List<String> prefix : waysToBecome(name)) {
                var account = new PostgresAccount(prefix, name);
                if (account.reaches(home)) {
                    account.takeOver(cluster);
                    return account;
                }
            }
        }
        var namespace = new PostgresAccount(List.of("unshare", "-U"), "");
        if (namespace.reaches(home)) {
            new PostgresAccount(List.of(), "root").takeOver(cluster);
            return namespace;
        }
        throw new CannotStart("PostgreSQL refuses to run as root, and no other account reaches " + home
                + "; run casetrail as an ordinary user, or choose another --data");
    }

    List<String> wrap(List<String> command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /** Makes the tree the account's. */
    void takeOver(Path tree) throws IOException {
        if (owner.isEmpty() || !Files.exists(tree)) {
            return;
        }
        var principal = tree.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
        if (Files.getOwner(tree).equals(principal)) {
            return;
        }
        LOG.debug("{} becomes {}'s, who runs PostgreSQL", tree, owner);
        try (Stream<Path> paths = Files.walk(tree)) {
            // The top comes last: if we die midway, the next start does it again.
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.setAttribute(path, "posix:owner", principal, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private boolean reaches(Path home) {
        try {
            var process = new ProcessBuilder(
                            wrap(List.of("/bin/sh", "-c", "test \"$(id -u)\" != 0 && cd \"$0\"", home.toString())))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // the program is not there
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The two common programs that become somebody else without a shell and stay the same process, or nearly. */
    private static List<List<String>> waysToBecome(String name) {
        return List.of(
                List.of("setpriv", "--reuid=" + name, "--regid=" + groupOf(name), "--clear-groups", "--"),
                List.of("runuser", "-u", name, "--"));
    }

    private static String groupOf(String name) {
        try {
            var process = new ProcessBuilder("id", "-g", name)
                    .redirectErrorStream(true)
                    .start();
            var words = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return words.strip();
        } catch (IOException e) {
            return name;
        }
    }

    /** Others may pass through the data directory, but not list or read it. */
    private static void openTheWay(Path directory, Path home) throws IOException {
        var permissions = Files.getPosixFilePermissions(directory);
        if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
            Files.setPosixFilePermissions(directory, permissions);
        }
        Files.setPosixFilePermissions(
                home,
                Set.of(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.OWNER_EXECUTE,
                        PosixFilePermission.OTHERS_EXECUTE));
    }

    private static void requireOurs(Path cluster) throws IOException {
        if (!Files.exists(cluster)) {
            return;
        }
        String owner = Files.getOwner(cluster).getName();
        if (!owner.equals(System.getProperty("user.name"))) {
            throw new CannotStart("%s belongs to %s: start casetrail as root again, or make the data directory yours"
                    .formatted(cluster, owner));
        }
    }

    /** One line for what went wrong while an account was chosen. */
    static CannotStart failed(Path home, IOException e) {
        return new CannotStart("%s cannot be prepared: %s".formatted(home, DataDirectory.reason(e)), e);
    }
}
