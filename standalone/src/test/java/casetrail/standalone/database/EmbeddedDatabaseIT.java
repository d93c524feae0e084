package casetrail.standalone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import casetrail.standalone.directory.CannotStart;
import casetrail.standalone.directory.DataDirectory;
import casetrail.standalone.directory.DirectoryInUse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {

    @TempDir
    Path directory;

    @Test
    void what_is_committed_is_flushed_and_only_this_machine_may_ask_with_the_password() throws Exception {
        try (var held = DataDirectory.hold(directory);
                var database = EmbeddedDatabase.start(held);
                var connection = connect(database)) {
            assertThat(one(connection, "show fsync")).isEqualTo("on");
            assertThat(one(connection, "show synchronous_commit")).isEqualTo("on");
            assertThat(one(connection, "show full_page_writes")).isEqualTo("on");
            assertThat(one(connection, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(one(connection, "show unix_socket_directories")).isEmpty();
            assertThat(one(connection, "show data_checksums")).isEqualTo("on");
            assertThat(one(connection, "show server_encoding")).isEqualTo("UTF8");
            assertThat(one(connection, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.adminUser(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(directory.resolve("postgres.password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void it_is_the_same_database_after_a_restart() throws Exception {
        try (var held = DataDirectory.hold(directory);
                var database = EmbeddedDatabase.start(held);
                var connection = connect(database)) {
            execute(connection, "create table kept as select 42 as n");
        }
        try (var held = DataDirectory.hold(directory);
                var database = EmbeddedDatabase.start(held);
                var connection = connect(database)) {
            assertThat(one(connection, "select n from kept")).isEqualTo("42");
        }
    }

    @Test
    void a_killed_server_comes_back_on_the_same_address() throws Exception {
        try (var held = DataDirectory.hold(directory);
                var database = EmbeddedDatabase.start(held)) {
            try (var connection = connect(database)) {
                execute(connection, "create table kept as select 42 as n");
            }
            long first = pid();

            kill(first);

            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
                try (var connection = connect(database)) {
                    assertThat(one(connection, "select n from kept")).isEqualTo("42");
                }
            });
            assertThat(pid()).isNotEqualTo(first);
        }
    }

    @Test
    void a_killed_process_leaves_a_server_that_the_next_one_replaces() throws Exception {
        var first = Holding.start(directory);
        try (var connection = first.connect()) {
            execute(connection, "create table kept as select 42 as n");
        }
        long orphan = pid();
        first.kill();
        assertThat(ProcessHandle.of(orphan)).isPresent();

        try (var held = DataDirectory.hold(directory);
                var database = EmbeddedDatabase.start(held);
                var connection = connect(database)) {
            assertThat(one(connection, "select n from kept")).isEqualTo("42");
            // A dead process that nobody has asked after still has its number, but no program.
            assertThat(ProcessHandle.of(orphan)
                            .flatMap(process -> process.info().command()))
                    .isEmpty();
        }
    }

    @Test
    void both_killed_at_once_come_back() throws Exception {
        var first = Holding.start(directory);
        try (var connection = first.connect()) {
            execute(connection, "create table kept as select 42 as n");
        }
        long server = pid();
        first.kill();
        kill(server);

        try (var held = DataDirectory.hold(directory);
                var database = EmbeddedDatabase.start(held);
                var connection = connect(database)) {
            assertThat(one(connection, "select n from kept")).isEqualTo("42");
        }
    }

    @Test
    void a_pid_file_whose_number_lives_on_as_another_process_is_stale() throws Exception {
        try (var held = DataDirectory.hold(directory)) {
            EmbeddedDatabase.start(held).close();
            Path pidFile = directory.resolve("postgres/cluster/files/postmaster.pid");
            Files.writeString(
                    pidFile, ProcessHandle.current().pid() + "\n" + pidFile.getParent() + "\n0\n5432\n\n127.0.0.1\n");

            try (var database = EmbeddedDatabase.start(held);
                    var connection = connect(database)) {
                assertThat(one(connection, "select 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void a_database_that_was_half_made_is_made_anew() throws Exception {
        Path half = directory.resolve("postgres/cluster/files.part");
        Files.createDirectories(half.resolve("base"));
        Files.writeString(half.resolve("PG_VERSION"), "18\n");
        try (var held = DataDirectory.hold(directory);
                var database = EmbeddedDatabase.start(held);
                var connection = connect(database)) {
            assertThat(one(connection, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_directory_is_held_by_one_process() throws Exception {
        var first = Holding.start(directory);
        try {
            assertThatThrownBy(() -> DataDirectory.hold(directory))
                    .isInstanceOf(DirectoryInUse.class)
                    .hasMessage("%s is in use by another Casetrail (process %d)"
                            .formatted(directory.toRealPath(), first.process().pid()));
            assertThat(DataDirectory.isHeld(directory)).isTrue();
        } finally {
            first.end();
        }
        assertThat(DataDirectory.isHeld(directory)).isFalse();
    }

    @Test
    void a_directory_that_cannot_be_made_says_so_in_one_line() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThatThrownBy(() -> DataDirectory.hold(file.resolve("below")))
                .isInstanceOf(CannotStart.class)
                .message()
                .doesNotContain("\n")
                .contains("cannot be made");
    }

    private long pid() {
        return Postmaster.notedPid(directory.resolve("postgres/cluster/files")).orElseThrow();
    }

    private static void kill(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.adminUser(), database.adminPassword());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
