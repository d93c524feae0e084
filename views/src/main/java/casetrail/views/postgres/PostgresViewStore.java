package casetrail.views.postgres;

import casetrail.events.views.ViewName;
import casetrail.views.Shape;
import casetrail.views.ViewVersion;
import casetrail.views.store.Building;
import casetrail.views.store.Segment;
import casetrail.views.store.ViewStore;
import casetrail.views.store.ViewTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Views in PostgreSQL, in a schema of their own. Versions, progress, members and parked events stand in tables that the migrations make; each
 * version's documents stand in a table that the serving role makes and owns.
 */
public final class PostgresViewStore implements ViewStore {

    /** The schema, beside the log's. */
    public static final String SCHEMA = "casetrail_views";

    /** Where its migrations lie on the class path. */
    public static final String MIGRATIONS = "classpath:casetrail/views/postgres/migration";

    private final ViewsDatabase database;

    /** @param source connects as the serving role; pooled, because every call takes a connection */
    public PostgresViewStore(DataSource source) {
        this.database = new ViewsDatabase(source);
    }

    @Override
    public String engine() {
        return "PostgreSQL "
                + database.all(
                                "asking the server's version",
                                row -> row.getString(1),
                                "select split_part(current_setting('server_version'), ' ', 1)")
                        .getFirst();
    }

    @Override
    public List<Building> buildings() {
        return database.all(
                "reading the versions of views",
                row -> new Building(
                        new ViewVersion(new ViewName(row.getString("view")), row.getInt("number")),
                        row.getInt("revision"),
                        Building.Phase.valueOf(row.getString("phase"))),
                "select view, number, revision, phase from casetrail_views.building order by view, number");
    }

    @Override
    public void create(ViewVersion version, int revision, Shape shape) {
        database.together("beginning " + version, connection -> {
            // Who begins the same at the same time waits here for the end of the other's transaction, and then finds it
            // there.
            int begun = ViewsDatabase.changed(
                    connection,
                    ViewsDatabase.SAVE_MAX,
                    """
                    insert into casetrail_views.building (view, number, revision, phase) values (?, ?, ?, ?)
                    on conflict (view, number) do nothing
                    """,
                    version.view().value(),
                    version.number(),
                    revision,
                    Building.Phase.BUILDING.name());
            if (begun > 0) {
                ViewsDatabase.changed(
                        connection,
                        ViewsDatabase.SAVE_MAX,
                        """
                        insert into casetrail_views.segment (view, number, segment, next, epoch)
                        select ?, ?, segment, 0, 0 from generate_series(0, ? - 1) as segment
                        """,
                        version.view().value(),
                        version.number(),
                        Segment.COUNT);
                for (var statement : DocumentTable.of(version, shape).create()) {
                    ViewsDatabase.execute(connection, statement);
                }
            }
            return begun;
        });
    }

    @Override
    public void drop(ViewVersion version) {
        database.together("dropping " + version, connection -> {
            int dropped = ViewsDatabase.changed(
                    connection,
                    ViewsDatabase.SAVE_MAX,
                    "delete from casetrail_views.building where view = ? and number = ?",
                    version.view().value(),
                    version.number());
            if (dropped > 0) {
                // Whoever waits for somebody's long question neither shows that it lives nor feeds anything; rather try
                // again later.
                ViewsDatabase.execute(
                        connection, "set local lock_timeout = '%dms'".formatted(ViewsDatabase.LOCK_MAX.toMillis()));
                ViewsDatabase.execute(connection, DocumentTable.drop(version));
            }
            return dropped;
        });
    }

    @Override
    public ViewTable table(ViewVersion version, Shape shape) {
        return new PostgresViewTable(database, version, shape);
    }

    @Override
    public void remember(ViewVersion version, String note) {
        if (note.length() > NOTE_MAX) {
            throw new IllegalArgumentException("a note has up to %d characters".formatted(NOTE_MAX));
        }
        int kept = database.change(
                "keeping a note with " + version,
                "update casetrail_views.building set note = ? where view = ? and number = ?",
                note,
                version.view().value(),
                version.number());
        if (kept == 0) {
            throw new IllegalStateException("there is no %s".formatted(version));
        }
    }

    @Override
    public Optional<String> remembered(ViewVersion version) {
        return database
                .all(
                        "reading the note of " + version,
                        row -> Optional.ofNullable(row.getString(1)),
                        "select note from casetrail_views.building where view = ? and number = ?",
                        version.view().value(),
                        version.number())
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public void beat(String member) {
        database.change("showing that " + member + " lives", """
                insert into casetrail_views.member as kept (name, beats) values (?, 1)
                on conflict (name) do update set beats = kept.beats + 1
                """, member);
    }

    @Override
    public Map<String, Long> beats() {
        return database
                .all(
                        "reading the members",
                        row -> Map.entry(row.getString("name"), row.getLong("beats")),
                        "select name, beats from casetrail_views.member")
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void forget(String member) {
        database.change("forgetting " + member, "delete from casetrail_views.member where name = ?", member);
    }
}
