package casetrail.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeIT {

    @TempDir
    Path directory;

    @Test
    void a_first_start_tells_a_password_once_and_answers() throws Exception {
        String password;
        try (var server = Serving.start(directory)) {
            assertThat(Client.anybody(server.url()).get("/actuator/health").status())
                    .isEqualTo(200);
            assertThat(Client.anybody(server.url()).get("/api/log").status()).isEqualTo(401);
            password = server.administrator().orElseThrow();
            assertThat(server.as("admin", password).get("/api/people").status()).isEqualTo(200);
            assertThat(server.stop()).isEqualTo(143);
        }
        assertThat(PlainText.filesWith(directory, Map.of(password, password.getBytes(UTF_8))))
                .isEmpty();
        try (var server = Serving.start(directory)) {
            assertThat(server.administrator()).isEmpty();
            assertThat(server.as("admin", password).get("/api/people").status()).isEqualTo(200);
        }
    }

    @Test
    void a_second_server_on_the_same_directory_is_refused_in_one_line() throws Exception {
        try (var server = Serving.start(directory);
                var second = Spawned.java(
                        Casetrail.class, List.of("serve", "--port", "0", "--data", directory.toString()))) {
            assertThat(second.end()).isEqualTo(1);
            assertThat(second.said())
                    .containsExactly("casetrail: %s is in use by another Casetrail (process %d)"
                            .formatted(directory.toRealPath(), server.process().pid()));
        }
    }

    @Test
    void a_port_that_is_taken_is_named() throws Exception {
        try (var server = Serving.start(directory.resolve("one"));
                var second = Spawned.java(
                        Casetrail.class,
                        List.of(
                                "serve",
                                "--port",
                                port(server),
                                "--data",
                                directory.resolve("two").toString()))) {
            assertThat(second.end()).isEqualTo(1);
            assertThat(second.said())
                    .containsExactly("casetrail: port %s is in use; choose another --port".formatted(port(server)));
        }
        try (var again = Serving.start(directory.resolve("two"))) {
            assertThat(again.administrator())
                    .as("the password that the failed start could not tell")
                    .isPresent();
        }
    }

    @Test
    void the_other_commands_go_through_the_server_and_also_without_one() throws Exception {
        try (var server = Serving.start(directory)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("local.token"))))
                    .isEqualTo("rw-------");
            assertThat(said("status"))
                    .contains("server      running")
                    .anyMatch(line -> line.startsWith("end of log  "));
            assertThat(said("log")).anyMatch(line -> line.contains("\"name\":\"person.registered\""));
            assertThat(server.asOperator()
                            .get("/api/operations/status")
                            .json()
                            .path("data")
                            .asString())
                    .isEqualTo(directory.toRealPath().toString());
            assertThat(server.asOperator()
                            .post("/api/operations/import?format=boston311&file=no.csv&limit=-1", "")
                            .status())
                    .isEqualTo(400);
            assertThat(Client.anybody(server.url())
                            .get("/api/operations/status")
                            .status())
                    .isEqualTo(401);
        }
        assertThat(directory.resolve("local.token")).doesNotExist();
        assertThat(said("status")).contains("server      not running");
        assertThat(said("log", "--from", "1")).noneMatch(line -> line.contains("\"position\":0"));
    }

    @Test
    void a_demo_is_not_made_where_real_data_may_be() throws Exception {
        Serving.start(directory).close();

        try (var demo = Spawned.java(
                Casetrail.class, List.of("serve", "--demo", "--port", "0", "--data", directory.toString()))) {
            assertThat(demo.end()).isEqualTo(1);
            assertThat(demo.said()).singleElement().asString().contains("was made without --demo");
        }
    }

    @Test
    void stopped_while_starting_it_leaves_no_database_running() throws Exception {
        Path pid = directory.resolve("postgres/cluster/files/postmaster.pid");
        try (var starting =
                Spawned.java(Casetrail.class, List.of("serve", "--port", "0", "--data", directory.toString()))) {
            starting.await(pid);
            assertThat(starting.terminate()).isEqualTo(143);
            assertThat(starting.said()).isEmpty();
        }
        assertThat(pid).doesNotExist();
    }

    @Test
    void what_keeps_it_from_starting_is_told_in_one_line_and_leaves_a_directory_for_a_demo() throws Exception {
        refused("casetrail: --jdbc-url nonsense is no address of a PostgreSQL database", "--jdbc-url", "nonsense");
        refused(
                "casetrail: --jdbc-url jdbc:postgresql://127.0.0.1:1/casetrail cannot be used: ",
                "--jdbc-url",
                "jdbc:postgresql://127.0.0.1:1/casetrail?password=hidden");
        refused("casetrail: --bind 203.0.113.7 is no address of this machine", "--bind", "203.0.113.7");
        refused("casetrail: --bind no.such.host.invalid is no address", "--bind", "no.such.host.invalid");
        assertThat(directory.resolve("serving.password")).doesNotExist();
        try (var wrong =
                Spawned.java(Casetrail.class, List.of("serve", "--port", "99999", "--data", directory.toString()))) {
            assertThat(wrong.end()).isEqualTo(2);
            assertThat(wrong.said()).first().asString().startsWith("--port 99999 is not between 0 and 65535");
        }
    }

    private void refused(String beginning, String... options) throws Exception {
        var arguments = new ArrayList<>(List.of("serve", "--port", "0", "--data", directory.toString()));
        arguments.addAll(List.of(options));
        try (var process = Spawned.java(Casetrail.class, arguments)) {
            assertThat(process.end()).isEqualTo(1);
            assertThat(process.said())
                    .singleElement()
                    .asString()
                    .startsWith(beginning)
                    .doesNotContain("hidden");
        }
    }

    @Test
    void who_only_reads_makes_no_directory() throws Exception {
        Path nowhere = directory.resolve("nowhere");
        for (var command : List.of("status", "log")) {
            try (var process = Spawned.java(Casetrail.class, List.of(command, "--data", nowhere.toString()))) {
                assertThat(process.end()).isEqualTo(1);
                assertThat(process.said())
                        .containsExactly(
                                "casetrail: there is no Casetrail in %s; make one with serve, or name another with --data"
                                        .formatted(nowhere));
            }
        }
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void what_was_typed_wrong_is_told() throws Exception {
        try (var wrong = Spawned.java(Casetrail.class, List.of("import", "paris311", "file.csv"))) {
            assertThat(wrong.end()).isEqualTo(2);
            assertThat(wrong.said())
                    .first()
                    .asString()
                    .isEqualTo("unknown format paris311; known are boston311, nyc311, filing-standards");
        }
        for (var command :
                List.of(List.of("import", "boston311", "file.csv", "--limit=-1"), List.of("log", "--from=-5"))) {
            try (var negative = Spawned.java(Casetrail.class, command)) {
                assertThat(negative.end()).isEqualTo(2);
                assertThat(negative.said().getFirst()).startsWith("--").contains("; not -");
            }
        }
        try (var missing = Spawned.java(Casetrail.class, List.of("import", "boston311", "no-such-file.csv"))) {
            assertThat(missing.end()).isEqualTo(1);
            assertThat(missing.said()).containsExactly("casetrail: no-such-file.csv cannot be read");
        }
    }

    private List<String> said(String... command) throws Exception {
        var arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--data", directory.toString()));
        try (var process = Spawned.java(Casetrail.class, arguments)) {
            assertThat(process.end()).as(String.join("\n", process.said())).isZero();
            return process.said();
        }
    }

    private static String port(Serving server) {
        return String.valueOf(server.url().getPort());
    }
}
