package casetrail.standalone;

import casetrail.command.CommandSide;
import casetrail.query.QuerySide;
import casetrail.standalone.database.EmbeddedDatabase;
import casetrail.standalone.directory.DataDirectory;
import casetrail.standalone.directory.OwnerOnly;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Both sides as processes of their own on one database and one data directory, as docker-compose.yml starts them. */
record TwoSides(DataDirectory directory, EmbeddedDatabase database, Side command, Side query) implements AutoCloseable {

    private static final Pattern STARTED = Pattern.compile(".*Tomcat started on port (\\d+).*");
    private static final Pattern PASSWORD = Pattern.compile(".*'admin' with the password (\\S+) .*");

    /** One of them. */
    record Side(Spawned process, URI url) {}

    /** @param settings further ones for both sides */
    static TwoSides start(Path path, String... settings) throws IOException, InterruptedException {
        var directory = DataDirectory.hold(path);
        var database = EmbeddedDatabase.start(directory);
        var serving = OwnerOnly.newSecret();
        var shared = new ArrayList<>(List.of(
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--casetrail.data-dir=" + path,
                "--casetrail.jdbc.url=" + database.jdbcUrl(),
                "--casetrail.jdbc.serving-password=" + serving));
        shared.addAll(List.of(settings));
        var owner = new ArrayList<>(shared);
        owner.add("--casetrail.jdbc.owner-user=" + database.adminUser());
        owner.add("--casetrail.jdbc.owner-password=" + database.adminPassword());
        var command = side(CommandSide.class, owner);
        var query = side(QuerySide.class, shared);
        return new TwoSides(directory, database, command, query);
    }

    /** Told once, at the first start, by the side that makes accounts. */
    String administrator() throws InterruptedException {
        var told = PASSWORD.matcher(
                command.process().await(line -> PASSWORD.matcher(line).matches()));
        if (!told.matches()) {
            throw new IllegalStateException("matched and then did not");
        }
        return told.group(1);
    }

    @Override
    public void close() {
        try (directory;
                database) {
            query.process().close();
            command.process().close();
        }
    }

    private static Side side(Class<?> main, List<String> arguments) throws IOException, InterruptedException {
        var process = Spawned.java(main, arguments);
        var started =
                STARTED.matcher(process.await(line -> STARTED.matcher(line).matches()));
        if (!started.matches()) {
            throw new IllegalStateException("matched and then did not");
        }
        return new Side(process, URI.create("http://127.0.0.1:" + started.group(1)));
    }
}
