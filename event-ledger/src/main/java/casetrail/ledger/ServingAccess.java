package casetrail.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where the database is and who serves there.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/database}
 * @param user the serving role, see {@link LedgerRoles}
 */
public record ServingAccess(String jdbcUrl, String user, String password) {

    /** How long a connection attempt may take. */
    static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);

    /** Unpooled connections; {@code purpose} is what the database's list of sessions shows. */
    public DataSource unpooled(String purpose) {
        var source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName(purpose);
        source.setConnectTimeout((int) CONNECT_PATIENCE.toSeconds());
        source.setLoginTimeout((int) CONNECT_PATIENCE.toSeconds());
        source.setTcpKeepAlive(true);
        // Prepared on the server from the first use on: only then do byte columns travel as bytes and not as hex text.
        source.setPrepareThreshold(1);
        return source;
    }

    Connection connect(String purpose) throws SQLException {
        return unpooled(purpose).getConnection();
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "ServingAccess[%s as %s]".formatted(jdbcUrl, user);
    }
}
