package casetrail.standalone.imports;
import casetrail.ledger.testing.TestPostgres;
import java.nio.file.*;
public final class ImportBench {
    public static void main(String[] a) throws Exception {
        var format = RequestFormat.named(a[0]).orElseThrow();
        try (var db = TestPostgres.database(); ) {
            for (int i = 0; i < 2; i++)
            try (var world = new ImportWorld(db.serving(), "t" + i, Path.of(a[2]))) {
                var t = System.nanoTime();
                var r = world.importer().run(new ImportOrder(format, Path.of(a[1]), Long.MAX_VALUE, Integer.parseInt(a[3])), p -> { System.gc(); var rt = Runtime.getRuntime(); System.out.println(p + " " + (int) p.rowsPerSecond() + " rows/s " + (int) p.eventsPerSecond() + " ev/s left " + p.remaining() + " heap " + (rt.totalMemory() - rt.freeMemory()) / 1_000_000 + " MB"); });
                System.out.println(r + " " + (System.nanoTime() - t) / 1e9 + " s, end of log " + world.log().end());
            }
        }
        System.exit(0);
    }
}
