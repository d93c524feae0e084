package casetrail.standalone.serving;

import casetrail.standalone.directory.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Refuses, before anything is begun, what cannot be served: in one line that names the option and the remedy. */
final class OrderCheck {

    private OrderCheck() {}

    static void check(ServeOrder order) {
        checkAddress(order.bind());
        order.external().ifPresent(OrderCheck::checkDatabase);
    }

    private static void checkAddress(String bind) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(bind), 0));
        } catch (UnknownHostException e) {
            throw new CannotStart(
                    "--bind %s is no address; give one of this machine, for example 127.0.0.1".formatted(bind), e);
        } catch (IOException e) {
            throw new CannotStart(
                    "--bind %s is no address of this machine; give one that is, for example 127.0.0.1".formatted(bind),
                    e);
        }
    }

    private static void checkDatabase(ExternalDatabase other) {
        var source = new PGSimpleDataSource();
        try {
            source.setUrl(other.jdbcUrl());
        } catch (IllegalArgumentException e) {
            throw noAddress(other, e);
        }
        var name = source.getDatabaseName();
        if (name == null || name.isBlank()) {
            throw noAddress(other, null);
        }
        source.setUser(other.user());
        source.setPassword(other.password());
        try {
            source.getConnection().close();
        } catch (SQLException e) {
            throw new CannotStart(
                    "--jdbc-url %s cannot be used: %s; see that this PostgreSQL runs and lets --jdbc-user in, or name another"
                            .formatted(
                                    shown(other),
                                    String.valueOf(e.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse("unknown")),
                    e);
        }
    }

    private static CannotStart noAddress(ExternalDatabase other, @Nullable Throwable cause) {
        var words =
                "--jdbc-url %s is no address of a PostgreSQL database; give one like jdbc:postgresql://HOST:PORT/NAME"
                        .formatted(shown(other));
        return cause == null ? new CannotStart(words) : new CannotStart(words, cause);
    }

    /** Without its parameters: a password may be among them. */
    private static String shown(ExternalDatabase other) {
        return other.jdbcUrl().replaceFirst("(?s)\\?.*", "");
    }
}
