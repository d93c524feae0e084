package casetrail.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/**
 * Brings a database to where the ledger can serve on it: roles, schemas, migrations, privileges. Does nothing where that is so
 * already; several processes may do it at once.
 */
public final class LedgerSchema {

    /** Where the log lives; the notices of its commits go by the same name. */
    public static final String LOG_SCHEMA = "casetrail_log";

    private static final String LOG_MIGRATIONS = "classpath:casetrail/ledger/migration";

    /** Any fixed number: whoever prepares a database holds it, so that two starting processes take turns. */
    private static final long PREPARE_LOCK = 0x6361_7365_7472_6c67L;

    private final DataSource admin;
    private final LedgerRoles roles;

    /** @param admin connects as a superuser, or as a role that may create roles and may create schemas in this database */
    public LedgerSchema(DataSource admin, LedgerRoles roles) {
        this.admin = admin;
        this.roles = roles;
    }

    /**
     * Makes the database ready, for this start and the next.
     *
     * @param servingPassword becomes the serving role's; processes that share a database share it
     * @param parts further schemas, in the order in which they are migrated
     */
    public void prepare(String servingPassword, List<SchemaPart> parts) {
        try (var connection = admin.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(%d)".formatted(PREPARE_LOCK));
            try {
                createRoles(connection, statement, servingPassword);
                createSchema(statement, LOG_SCHEMA);
                migrate(LOG_SCHEMA, LOG_MIGRATIONS);
                for (var part : parts) {
                    createSchema(statement, part.name());
                    openToServing(statement, part.name());
                    migrate(part.name(), part.location());
                }
            } finally {
                statement.execute("select pg_advisory_unlock(%d)".formatted(PREPARE_LOCK));
            }
        } catch (SQLException e) {
            throw SqlFailures.translate("preparing the database", e);
        }
    }

    private void createRoles(Connection connection, Statement statement, String servingPassword) throws SQLException {
        if (!exists(statement, roles.owner())) {
            statement.execute("create role %s nologin".formatted(roles.owner()));
        }
        if (!exists(statement, roles.serving())) {
            statement.execute("create role %s login".formatted(roles.serving()));
        }
        // Who made a role may administer it, but must be let into it to act as it.
        statement.execute("grant %s to current_user with inherit true, set true".formatted(roles.owner()));
        // The password is made a verifier here and never crosses the wire or a server log in clear.
        connection
                .unwrap(PGConnection.class)
                .alterUserPassword(roles.serving(), servingPassword.toCharArray(), "scram-sha-256");
        statement.execute(
                "do $$ begin execute format('grant connect on database %%I to %s', current_database()); end $$"
                        .formatted(roles.serving()));
    }

    private static boolean exists(Statement statement, String role) throws SQLException {
        try (var row = statement.executeQuery("select 1 from pg_roles where rolname = '%s'".formatted(role))) {
            return row.next();
        }
    }

    private void createSchema(Statement statement, String schema) throws SQLException {
        statement.execute("create schema if not exists %s authorization %s".formatted(schema, roles.owner()));
    }

    /** What the owner makes there later, the serving role may use; and it may make tables of its own. */
    private void openToServing(Statement statement, String schema) throws SQLException {
        statement.execute("grant usage, create on schema %s to %s".formatted(schema, roles.serving()));
        for (var privilege : List.of("select, insert, update, delete on tables", "usage, select on sequences")) {
            statement.execute("alter default privileges for role %s in schema %s grant %s to %s"
                    .formatted(roles.owner(), schema, privilege, roles.serving()));
        }
    }

    private void migrate(String schema, String location) {
        Flyway.configure(LedgerSchema.class.getClassLoader())
                .dataSource(admin)
                .initSql("set role " + roles.owner())
                .defaultSchema(schema)
                .createSchemas(false)
                .table("schema_history")
                .locations(location)
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .placeholders(Map.of("logSchema", LOG_SCHEMA, "owner", roles.owner(), "serving", roles.serving()))
                .load()
                .migrate();
    }
}
