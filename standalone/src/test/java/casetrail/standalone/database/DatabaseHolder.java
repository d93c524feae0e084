package casetrail.standalone.database;

import casetrail.standalone.directory.DataDirectory;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Starts a database in another process and holds it until it is killed, or until its input ends. */
final class DatabaseHolder {

    private DatabaseHolder() {}

    public static void main(String[] arguments) throws Exception {
        var directory = DataDirectory.hold(Path.of(arguments[0]));
        var database = EmbeddedDatabase.start(directory);
        System.out.println(database.jdbcUrl() + " " + database.adminPassword());
        if (System.in.read() < 0) {
            database.close();
            directory.close();
        } else {
            new CountDownLatch(1).await();
        }
    }
}
