package casetrail.standalone.database;

import java.util.List;

/**
 * What the embedded PostgreSQL is told at every start. Given on its command line, so that no file in the cluster can say otherwise;
 * sized for a machine of two cores that also runs us.
 */
final class Settings {

    /** Every connection is ours: pools, lanes, readers, the operator's own look. */
    static final int CONNECTIONS_MAX = 200;

    private static final List<String> FIXED = List.of(
            // Acknowledged means on disk.
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            // Nobody but this machine, and that only with the password.
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "password_encryption=scram-sha-256",
            "max_connections=" + CONNECTIONS_MAX,
            "shared_buffers=128MB",
            "work_mem=8MB",
            "maintenance_work_mem=64MB",
            "autovacuum_max_workers=2",
            "max_worker_processes=4",
            "max_parallel_workers=2",
            "max_parallel_workers_per_gather=1",
            "io_workers=2",
            "min_wal_size=128MB",
            "max_wal_size=1GB",
            // Short statements only: compiling them costs more than it saves.
            "jit=off",
            // The server's log names what failed, never the values that it failed on.
            "log_error_verbosity=terse",
            "log_min_error_statement=panic",
            "log_checkpoints=off",
            "log_timezone=UTC",
            "timezone=UTC");

    private Settings() {}

    /** For {@code pg_ctl -o}, which hands it to a shell: no value here needs quoting. */
    static String commandLine(int port) {
        var words = new StringBuilder("-p ").append(port);
        FIXED.forEach(setting -> words.append(" -c ").append(setting));
        return words.toString();
    }
}
