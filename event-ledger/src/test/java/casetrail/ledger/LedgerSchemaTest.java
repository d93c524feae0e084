package casetrail.ledger;

import static casetrail.ledger.testing.TestEvents.append;
import static casetrail.ledger.testing.TestEvents.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.ledger.testing.TestPostgres;
import casetrail.ledger.testing.TestPostgres.TestDatabase;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerSchemaTest {

    private static final String REFUSED = "42501";
    private static final String PASSWORD = "serving-in-tests";

    /** One for all: what every test here tries is refused, or harmless to the others. */
    private static final TestDatabase DATABASE = TestPostgres.database();

    private TestDatabase database = DATABASE;

    @BeforeAll
    static void append_one() {
        try (var ledger = open(DATABASE)) {
            ledger.append(append(stream(1), 0, 1));
        }
    }

    @AfterEach
    void giveBack() {
        if (!database.equals(DATABASE)) {
            database.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update casetrail_log.log_event set payload = ''",
                "delete from casetrail_log.log_event",
                "truncate casetrail_log.log_event",
                "insert into casetrail_log.log_event values (9, 'case-x', 0, gen_random_uuid(), 'case.x', 1, 1, '', '')",
                "update casetrail_log.log_head set next_position = 0",
                "delete from casetrail_log.log_head",
                "truncate casetrail_log.log_head",
                "alter table casetrail_log.log_event disable trigger all",
                "drop table casetrail_log.log_event",
                "create table casetrail_log.mine (x int)",
                "do $$ begin lock table casetrail_log.log_event; end $$",
                "create or replace function casetrail_log.refuse_change() returns trigger language plpgsql as 'begin return null; end'",
            })
    void the_serving_role_can_only_read_and_append(String statement) {
        assertThatThrownBy(() -> run(serving(), statement))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(REFUSED));
        assertThat(count(serving(), "select count(*) from casetrail_log.log_event"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update casetrail_log.log_event set payload = ''",
                "delete from casetrail_log.log_event",
                "truncate casetrail_log.log_event",
                "truncate casetrail_log.log_event, casetrail_log.log_head",
                "update casetrail_log.log_head set next_position = 0",
                "update casetrail_log.log_head set next_position = 2, last_recorded_at = 0",
                "delete from casetrail_log.log_head",
                "truncate casetrail_log.log_head",
            })
    void even_the_owner_and_a_superuser_are_refused_a_change(String statement) {
        for (var role : List.of(database.roles().owner(), "postgres")) {
            assertThatThrownBy(() -> run(database.admin(), "set role " + role, statement))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(REFUSED));
        }
    }

    @Test
    void the_serving_role_owns_nothing_and_is_nobody_else() {
        assertThat(count(serving(), "select count(*) from pg_class where pg_get_userbyid(relowner) = current_user"))
                .isZero();
        assertThat(
                        count(
                                serving(),
                                "select count(*) from pg_auth_members where member = (select oid from pg_roles where rolname = current_user)"))
                .isZero();
        assertThat(
                        count(
                                serving(),
                                "select count(*) from pg_roles where rolname = current_user and (rolsuper or rolcreatedb or rolcreaterole or rolbypassrls or rolreplication)"))
                .isZero();
    }

    @Test
    void preparing_again_and_by_several_at_once_changes_nothing() throws Exception {
        var schema = new LedgerSchema(database.admin(), database.roles());
        try (var threads = Executors.newFixedThreadPool(4)) {
            var tasks = new ArrayList<Callable<Object>>();
            for (int i = 0; i < 4; i++) {
                tasks.add(() -> {
                    schema.prepare(PASSWORD, List.of());
                    return "prepared";
                });
            }
            for (var task : threads.invokeAll(tasks)) {
                assertThat(task.get()).isEqualTo("prepared");
            }
        }
        assertThat(count(serving(), "select next_position from casetrail_log.log_head"))
                .isEqualTo(1);
    }

    @Test
    void another_module_keeps_tables_beside_the_log() throws Exception {
        database = TestPostgres.database();
        var part = new SchemaPart("casetrail_state", "classpath:casetrail/ledger/beside");
        new LedgerSchema(database.admin(), database.roles()).prepare(PASSWORD, List.of(part));
        run(
                serving(),
                "insert into casetrail_state.note (text) values ('one')",
                "update casetrail_state.note set text = 'two'",
                "create table casetrail_state.own (x int)",
                "drop table casetrail_state.own",
                "delete from casetrail_state.note");
        assertThatThrownBy(() -> run(serving(), "drop table casetrail_state.note"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void the_test_server_is_as_safe_as_a_served_one() {
        assertThat(text("show fsync")).isEqualTo("on");
        assertThat(text("show synchronous_commit")).isEqualTo("on");
        assertThat(text("show full_page_writes")).isEqualTo("on");
    }

    @Test
    void a_database_that_acknowledges_before_it_is_on_disk_is_not_served() throws Exception {
        database = TestPostgres.database();
        run(
                database.admin(),
                "alter role %s set synchronous_commit = off"
                        .formatted(database.roles().serving()));
        assertThatThrownBy(() -> open(database))
                .isInstanceOf(UnsafeDatabase.class)
                .hasMessageContaining("synchronous_commit is off");
    }

    @Test
    void a_serving_role_that_could_change_the_log_does_not_serve() throws Exception {
        database = TestPostgres.database();
        run(
                database.admin(),
                "grant update on casetrail_log.log_event to " + database.roles().serving());
        assertThatThrownBy(() -> open(database))
                .isInstanceOf(UnsafeDatabase.class)
                .hasMessageContaining("may change the log");
        run(
                database.admin(),
                "revoke update on casetrail_log.log_event from "
                        + database.roles().serving(),
                "alter role %s superuser".formatted(database.roles().serving()));
        assertThatThrownBy(() -> open(database))
                .isInstanceOf(UnsafeDatabase.class)
                .hasMessageContaining("superuser");
    }

    @Test
    void role_names_are_names() {
        assertThatThrownBy(() -> new LedgerRoles("owner; drop table x", "serving"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LedgerRoles("same", "same")).isInstanceOf(IllegalArgumentException.class);
        assertThatCode(() -> LedgerRoles.ofDatabase("casetrail")).doesNotThrowAnyException();
    }

    @Test
    void the_password_is_not_shown() {
        assertThat(database.serving().toString()).doesNotContain(PASSWORD);
    }

    private static PostgresLedger open(TestDatabase database) {
        return PostgresLedger.open(database.serving(), LedgerOptions.DEFAULT, InstantSource.system());
    }

    private DataSource serving() {
        return database.serving().unpooled("test");
    }

    private String text(String sql) {
        return ask(serving(), sql);
    }

    private static long count(DataSource source, String sql) {
        return Long.parseLong(ask(source, sql));
    }

    private static String ask(DataSource source, String sql) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(DataSource source, String... statements) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
