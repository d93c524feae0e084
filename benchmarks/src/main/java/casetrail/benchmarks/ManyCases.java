package casetrail.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Makes a log of many cases out of a log of some: every stream of a case is copied under other ids, as its events were interleaved. It
 * writes as the owner and beside the lane, so nobody may serve on the database meanwhile.
 */
final class ManyCases {

    /** Hexadecimal digits are digits of an id, too. */
    private static final String COPY = """
            insert into casetrail_log.log_event
                (position, stream, sequence, event_id, name, revision, recorded_at, envelope, payload)
            select ? + row_number() over (order by copy.number, source.position) - 1,
                   'case-' || upper(left(md5(source.stream || copy.number), 26)),
                   source.sequence,
                   gen_random_uuid(),
                   source.name,
                   source.revision,
                   ?,
                   source.envelope,
                   convert_to(replace(convert_from(source.payload, 'UTF8'), source.stream,
                       'case-' || upper(left(md5(source.stream || copy.number), 26))), 'UTF8')
              from casetrail_log.log_event source
             cross join generate_series(?::int, ?::int) as copy (number)
             where source.position < ? and source.stream like 'case-%'
            """;

    private static final int COPIES_AT_ONCE = 20;

    private ManyCases() {}

    /** Until there are at least so many cases; how many there are then. */
    static long fill(String url, long cases) throws SQLException {
        try (var connection = DriverManager.getConnection(url)) {
            long end = number(connection, "select next_position from casetrail_log.log_head");
            long some = number(
                    connection,
                    "select count(*) from casetrail_log.log_event where stream like 'case-%' and sequence = 0");
            long at = number(connection, "select last_recorded_at from casetrail_log.log_head");
            long next = end;
            long have = some;
            connection.setAutoCommit(false);
            for (int copy = 1; have < cases; copy += COPIES_AT_ONCE) {
                long copies = Math.min(COPIES_AT_ONCE, (cases - have + some - 1) / some);
                try (var statement = connection.prepareStatement(COPY)) {
                    statement.setLong(1, next);
                    statement.setLong(2, at);
                    statement.setLong(3, copy);
                    statement.setLong(4, copy + copies - 1);
                    statement.setLong(5, end);
                    next += statement.executeLargeUpdate();
                }
                have += copies * some;
                try (var statement =
                        connection.prepareStatement("update casetrail_log.log_head set next_position = ?")) {
                    statement.setLong(1, next);
                    statement.executeUpdate();
                }
                connection.commit();
            }
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                statement.execute("vacuum analyze casetrail_log.log_event");
            }
            return have;
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
