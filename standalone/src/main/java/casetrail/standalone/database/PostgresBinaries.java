package casetrail.standalone.database;

import casetrail.standalone.directory.CannotStart;
import casetrail.standalone.directory.DataDirectory;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this machine, unpacked once under the data directory, so that a running one is known by its path. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** Returns the directory that holds {@code bin}, {@code lib} and {@code share} */
    static Path unpacked(Path home) {
        URL archive = archive();
        try {
            URLConnection connection = archive.openConnection();
            Path target = home.resolve("programs-" + fingerprint(connection));
            if (!Files.isDirectory(target)) {
                Path part = home.resolve("programs.part");
                deleteTree(part);
                unpack(connection, part);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return target;
        } catch (IOException e) {
            throw new CannotStart(
                    "PostgreSQL cannot be unpacked under %s: %s".formatted(home, DataDirectory.reason(e)), e);
        }
    }

    static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static URL archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String family = system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "darwin" : system;
        String machine = ArchUtils.normalize(System.getProperty("os.arch"));
        String musl = Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "";
        String name = "postgres-%s-%s%s.txz".formatted(family, machine, musl);
        URL found = PostgresBinaries.class.getClassLoader().getResource(name);
        if (found == null) {
            throw new CannotStart(
                    "there is no embedded PostgreSQL for this machine (%s); use --jdbc-url".formatted(name));
        }
        return found;
    }

    /** Another release of the binaries has another checksum and so another directory. */
    private static String fingerprint(URLConnection connection) throws IOException {
        return connection instanceof JarURLConnection jar
                ? "%08x".formatted(jar.getJarEntry().getCrc())
                : "%08x".formatted(connection.getContentLengthLong());
    }

    private static void unpack(URLConnection connection, Path target) throws IOException {
        try (InputStream raw = connection.getInputStream();
                var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(raw)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("the archive names a file outside of it: " + entry.getName());
                }
                place(tar, entry, file);
            }
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            throw new IOException("the archive holds a hard link: " + entry.getName());
        } else {
            Files.copy(tar, file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, permissions(entry.getMode()));
            }
        }
    }

    /** Readable by all, as another account may run it; writable by the owner only. */
    private static Set<PosixFilePermission> permissions(int mode) {
        var permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if ((mode & 0b001_000_000) != 0) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        return permissions;
    }
}
