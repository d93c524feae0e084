package casetrail.standalone.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Another process that holds a database. */
record Holding(Process process, String jdbcUrl, String password) {

    static Holding start(Path directory) throws IOException {
        return start(directory, List.of(), System.getProperty("java.class.path"));
    }

    /** @param prefix what stands before the command, for instance to run it as another account */
    static Holding start(Path directory, List<String> prefix, String classPath) throws IOException {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                classPath,
                DatabaseHolder.class.getName(),
                directory.toString()));
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var lines = new java.io.BufferedReader(new java.io.InputStreamReader(process.getInputStream(), UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("jdbc:")) {
                var words = line.split(" ", -1);
                return new Holding(process, words[0], words[1]);
            }
        }
        throw new IOException("the other process ended without a word");
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, Cluster.SUPERUSER, password);
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    void end() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }
}
