package casetrail.views.postgres;

import casetrail.views.Document;
import casetrail.views.store.Batch.Change;
import casetrail.views.store.Overtaken;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is written into the table of one version, each within the transaction of the connection. */
final class DocumentWrites {

    /** What an index may be sorted in, in memory. */
    private static final String SORT_MEMORY = "256MB";

    private final DocumentTable table;

    DocumentWrites(DocumentTable table) {
        this.table = table;
    }

    void fill(Connection connection, List<Document> fresh) throws SQLException {
        if (!fresh.isEmpty()) {
            // COPY knows no timeout of the driver's.
            ViewsDatabase.execute(
                    connection, "set local statement_timeout = '%ds'".formatted(ViewsDatabase.BUILD_MAX.toSeconds()));
            CopiedRows.write(connection, table, fresh);
        }
    }

    void refill(Connection connection, List<Document> again) throws SQLException {
        for (var part : RowArrays.parts(again, d -> d.json().length)) {
            int written = ViewsDatabase.changed(
                    connection,
                    ViewsDatabase.SAVE_MAX,
                    table.update(),
                    RowArrays.of(table.shape(), part).toArray());
            if (written != part.size()) {
                throw new IllegalStateException("%d of %d documents were not there to be filled again"
                        .formatted(part.size() - written, part.size()));
            }
        }
    }

    /** Makes an index. */
    void sort(Connection connection, String index) throws SQLException {
        ViewsDatabase.execute(connection, "set local maintenance_work_mem = '%s'".formatted(SORT_MEMORY));
        ViewsDatabase.execute(connection, index);
    }

    /** @throws Overtaken if one of the documents is not what it was */
    void save(Connection connection, List<Change> changes) throws SQLException {
        var fresh = changes.stream().filter(c -> c.before() == null).toList();
        for (var part : RowArrays.parts(fresh, c -> c.after().json().length)) {
            int written = ViewsDatabase.changed(
                    connection,
                    ViewsDatabase.SAVE_MAX,
                    table.insert(),
                    arrays(part).toArray());
            requireAll(part, written);
        }
        var loaded = changes.stream().filter(c -> c.before() != null).toList();
        for (var part : RowArrays.parts(loaded, c -> c.after().json().length)) {
            var arrays = arrays(part);
            arrays.addFirst(
                    part.stream().map(c -> Objects.requireNonNull(c.before())).toArray(Long[]::new));
            requireAll(
                    part,
                    ViewsDatabase.changed(connection, ViewsDatabase.SAVE_MAX, table.updateLoaded(), arrays.toArray()));
        }
    }

    private List<Object> arrays(List<Change> part) {
        return new ArrayList<>(
                RowArrays.of(table.shape(), part.stream().map(Change::after).toList()));
    }

    private void requireAll(List<Change> part, int written) {
        if (written != part.size()) {
            throw new Overtaken("%d of %d documents in %s are not what they were when loaded"
                    .formatted(part.size() - written, part.size(), table.name()));
        }
    }
}
