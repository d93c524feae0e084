package casetrail.benchmarks;

import casetrail.ledger.LedgerRoles;
import casetrail.ledger.LedgerSchema;
import casetrail.ledger.ServingAccess;
import casetrail.standalone.database.EmbeddedDatabase;
import casetrail.standalone.directory.DataDirectory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Commands below HTTP at 1, 8, 32 and 128 clients against plain JDBC, then reads. Arguments: an empty directory, seconds for each
 * figure (default 10).
 */
public final class BelowHttp {

    private static final int[] CLIENTS = {1, 8, 32, 128};
    private static final String PASSWORD = "benchmark";

    private BelowHttp() {}

    public static void main(String[] arguments) throws Exception {
        var measured = Duration.ofSeconds(arguments.length > 1 ? Long.parseLong(arguments[1]) : 10);
        var warmUp = measured.dividedBy(2);
        try (var directory = DataDirectory.hold(Path.of(arguments[0]));
                var database = EmbeddedDatabase.start(directory)) {
            var adminUrl =
                    database.jdbcUrl() + "?user=" + database.adminUser() + "&password=" + database.adminPassword();
            var access = prepared(database);
            var out = Report.to(System.out);
            out.heading("Commands below HTTP, " + database.version());
            var plain = new PlainJdbc(adminUrl);
            plain.prepare();
            try (var side = new WriteSide(access, Clock.systemUTC(), "benchmark-1")) {
                for (int clients : CLIENTS) {
                    var baseline =
                            Load.run("plain JDBC load + insert + commit", clients, warmUp, measured, plain::client);
                    out.row(baseline, baseline);
                    var figure = Load.run(
                            "Casetrail",
                            clients,
                            warmUp,
                            measured,
                            n -> new CaseLoad(side.cases(), Clock.systemUTC(), "client-%d-%d".formatted(clients, n)));
                    out.row(figure, baseline);
                }
                out.line(String.format(
                        Locale.ROOT,
                        "%nHeap in use after collection: %,d MiB; events in the log: %,d",
                        Heap.usedMebibytes(),
                        side.ledger().end()));
                reads(out, adminUrl, side);
            }
        }
    }

    private static void reads(Report out, String adminUrl, WriteSide side) throws Exception {
        out.line("\n| reading | events/s | times the plain read |\n|---|---|---|");
        Reads.plain(adminUrl);
        Reads.feed(side.ledger()); // both once to warm up
        double plain = Reads.plain(adminUrl);
        double feed = Reads.feed(side.ledger());
        Reads.streams(side.ledger(), 1_000);
        double streams = Reads.streams(side.ledger(), 1_000);
        out.line(String.format(Locale.ROOT, "| plain ordered read | %,.0f | 1.00 |", plain));
        out.line(String.format(Locale.ROOT, "| the log through its port | %,.0f | %.2f |", feed, feed / plain));
        out.line(String.format(
                Locale.ROOT, "| 1,000 whole streams, one by one | %,.0f | %.2f |", streams, streams / plain));
    }

    private static ServingAccess prepared(EmbeddedDatabase database) {
        var admin = new PGSimpleDataSource();
        admin.setUrl(database.jdbcUrl());
        admin.setUser(database.adminUser());
        admin.setPassword(database.adminPassword());
        var roles = LedgerRoles.ofDatabase("casetrail");
        new LedgerSchema(admin, roles).prepare(PASSWORD, List.of());
        return new ServingAccess(database.jdbcUrl(), roles.serving(), PASSWORD);
    }
}
