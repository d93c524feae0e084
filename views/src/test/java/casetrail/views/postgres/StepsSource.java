package casetrail.views.postgres;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections that tell of each step, before and after it: each statement that is executed, and each commit. */
final class StepsSource {

    private static final Set<String> STEPS = Set.of("execute", "executeQuery", "executeUpdate", "commit");

    /** Told of a step: which statement, or the connection itself for a commit. */
    @FunctionalInterface
    interface Watcher {
        void at(Connection connection, Object what, boolean before) throws SQLException;
    }

    private final Watcher watcher;

    private StepsSource(Watcher watcher) {
        this.watcher = watcher;
    }

    /** The same connections, watched. */
    static DataSource watched(DataSource source, Watcher watcher) {
        var steps = new StepsSource(watcher);
        return proxy(DataSource.class, (proxy, method, given) -> {
            if (!method.getName().equals("getConnection")) {
                throw new UnsupportedOperationException(method.getName());
            }
            var connection = source.getConnection();
            return steps.proxied(Connection.class, connection, connection);
        });
    }

    private <T> T proxied(Class<T> type, T real, Connection connection) {
        return proxy(type, (proxy, method, given) -> {
            boolean step = STEPS.contains(method.getName());
            if (step) {
                watcher.at(connection, real, true);
            }
            @Nullable Object result;
            try {
                result = method.invoke(real, given);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
            if (step) {
                watcher.at(connection, real, false);
            }
            return switch (method.getName()) {
                case "prepareStatement" ->
                    proxied(PreparedStatement.class, PreparedStatement.class.cast(result), connection);
                case "createStatement" -> proxied(Statement.class, Statement.class.cast(result), connection);
                default -> result;
            };
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(StepsSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
