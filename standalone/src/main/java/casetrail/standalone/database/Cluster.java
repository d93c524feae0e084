package casetrail.standalone.database;

import casetrail.standalone.directory.CannotStart;
import casetrail.standalone.directory.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** The files of the database. Made whole or not at all: a start that dies in the middle of making them begins anew. */
final class Cluster {

    static final String SUPERUSER = "casetrail_admin";

    /** The binaries' major version, which must be the cluster's. */
    private static final String MAJOR = "18";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Cluster() {}

    static void makeIfAbsent(Path cluster, Programs programs, String password) {
        try {
            if (Files.exists(cluster.resolve("PG_VERSION"))) {
                requireMajor(cluster);
                return;
            }
            Path part = cluster.resolveSibling(cluster.getFileName() + ".part");
            PostgresBinaries.deleteTree(part);
            Path secret = cluster.resolveSibling("password.part");
            OwnerOnly.write(secret, password + "\n");
            try {
                programs.account().takeOver(secret);
                make(part, secret, programs);
            } finally {
                Files.deleteIfExists(secret);
            }
            Files.move(part, cluster, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw PostgresAccount.failed(cluster, e);
        }
    }

    private static void make(Path part, Path secret, Programs programs) {
        var ran = programs.run(
                PATIENCE,
                "initdb",
                "--pgdata=" + part,
                "--username=" + SUPERUSER,
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // Orders by code point, the same on every machine and for ever; no library's tables can change an index
                // under us.
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
        if (ran.status() != 0) {
            String why = ran.words()
                    .lines()
                    .filter(line -> line.contains("error:") || line.contains("FATAL:") || line.contains("PANIC:"))
                    .map(line -> line.replaceFirst("^.*?(error|FATAL|PANIC):\\s*", ""))
                    .findFirst()
                    .orElse("status " + ran.status());
            throw new CannotStart("the database cannot be made in %s: %s".formatted(part.getParent(), why));
        }
    }

    private static void requireMajor(Path cluster) throws IOException {
        String found = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!found.equals(MAJOR)) {
            throw new CannotStart("%s was made by PostgreSQL %s, this is %s".formatted(cluster, found, MAJOR));
        }
    }
}
