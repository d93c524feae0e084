package casetrail.edge.engine;

import casetrail.edge.engine.EngineProperties.Jdbc;
import casetrail.edge.state.postgres.StateDatabase;
import casetrail.ledger.LedgerRoles;
import casetrail.ledger.LedgerSchema;
import casetrail.ledger.SchemaPart;
import casetrail.ledger.ServingAccess;
import casetrail.views.postgres.PostgresViewStore;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL database, brought to where the ledger, the state and the views can serve on it if an owner is configured; else somebody has done
 * so before.
 *
 * @param access for serving: owns nothing of the log
 */
record PreparedDatabase(ServingAccess access) {

    static PreparedDatabase prepare(Jdbc jdbc) {
        var roles = LedgerRoles.ofDatabase(databaseName(jdbc.url()));
        var servingUser = Objects.requireNonNullElse(jdbc.servingUser(), roles.serving());
        var servingPassword = required("casetrail.jdbc.serving-password", jdbc.servingPassword());
        if (jdbc.ownerUser() != null) {
            var owner = new PGSimpleDataSource();
            owner.setUrl(jdbc.url());
            owner.setUser(jdbc.ownerUser());
            owner.setPassword(jdbc.ownerPassword());
            owner.setApplicationName("casetrail preparation");
            new LedgerSchema(owner, new LedgerRoles(roles.owner(), servingUser))
                    .prepare(
                            servingPassword,
                            List.of(
                                    new SchemaPart(StateDatabase.SCHEMA, StateDatabase.MIGRATIONS),
                                    new SchemaPart(PostgresViewStore.SCHEMA, PostgresViewStore.MIGRATIONS)));
        }
        return new PreparedDatabase(new ServingAccess(jdbc.url(), servingUser, servingPassword));
    }

    private static String databaseName(String url) {
        var parsed = new PGSimpleDataSource();
        parsed.setUrl(url);
        return required("the database's name in casetrail.jdbc.url", parsed.getDatabaseName());
    }

    private static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("%s is not set".formatted(name));
        }
        return value;
    }
}
