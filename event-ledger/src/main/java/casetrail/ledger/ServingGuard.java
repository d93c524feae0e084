package casetrail.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;

/** Refuses a database on which "appended" would not mean "on disk", or whose serving role could rewrite the log. */
final class ServingGuard {

    private static final String FACTS = """
            select current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes'),
                   (select rolsuper or rolbypassrls from pg_roles where rolname = current_user),
                   has_table_privilege('casetrail_log.log_event', 'insert, update, delete, truncate, trigger, maintain'),
                   has_table_privilege('casetrail_log.log_head', 'insert, update, delete, truncate, trigger, maintain')
            """;

    private ServingGuard() {}

    /** @throws UnsafeDatabase naming everything that is wrong */
    static void check(Connection connection) throws SQLException {
        var faults = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(FACTS)) {
            row.next();
            if (!"on".equals(row.getString(1))) {
                faults.add("fsync is " + row.getString(1));
            }
            // The other values flush to the local disk at least; "off" acknowledges what a crash would lose.
            if ("off".equals(row.getString(2))) {
                faults.add("synchronous_commit is off");
            }
            if (!"on".equals(row.getString(3))) {
                faults.add("full_page_writes is " + row.getString(3));
            }
            if (row.getBoolean(4)) {
                faults.add("the serving role is a superuser or passes row security");
            }
            if (row.getBoolean(5) || row.getBoolean(6)) {
                faults.add("the serving role may change the log");
            }
        }
        if (!faults.isEmpty()) {
            throw new UnsafeDatabase(String.join("; ", faults));
        }
    }
}
