package casetrail.views.postgres;

import casetrail.views.ViewVersion;
import casetrail.views.store.Batch.Advance;
import casetrail.views.store.Overtaken;
import casetrail.views.store.Segment;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** The segments of one version. */
final class SegmentRows {

    private final ViewsDatabase database;
    private final ViewVersion version;

    SegmentRows(ViewsDatabase database, ViewVersion version) {
        this.database = database;
        this.version = version;
    }

    List<Segment> all() {
        return database.all(
                "reading the segments of " + version,
                row -> new Segment(
                        row.getInt("segment"), row.getLong("next"), row.getLong("epoch"), row.getString("owner")),
                """
                select segment, next, epoch, owner from casetrail_views.segment where view = ? and number = ? order by segment
                """,
                version.view().value(),
                version.number());
    }

    boolean take(int segment, long epoch, String owner) {
        return database.change(
                        "taking a segment of " + version,
                        """
                        update casetrail_views.segment set epoch = epoch + 1, owner = ?
                        where view = ? and number = ? and segment = ? and epoch = ?
                        """,
                        owner,
                        version.view().value(),
                        version.number(),
                        segment,
                        epoch)
                > 0;
    }

    void release(int segment, long epoch) {
        database.change(
                "giving back a segment of " + version, """
                update casetrail_views.segment set owner = null where view = ? and number = ? and segment = ? and epoch = ?
                """, version.view().value(), version.number(), segment, epoch);
    }

    /**
     * Moves them, and holds their rows to the end of the transaction: whoever takes one over waits for it.
     *
     * @throws Overtaken if one of them is no longer held
     */
    void advance(Connection connection, List<Advance> advances) throws SQLException {
        if (advances.isEmpty()) {
            return;
        }
        // In one order by everybody, so that nobody waits for somebody who waits for him.
        var sorted = advances.stream()
                .sorted(Comparator.comparingInt(Advance::segment))
                .toList();
        int moved = ViewsDatabase.changed(
                connection,
                ViewsDatabase.SAVE_MAX,
                """
                update casetrail_views.segment as kept set next = given.next
                from unnest(?::bigint[], ?::bigint[], ?::bigint[]) as given (segment, epoch, next)
                where kept.view = ? and kept.number = ? and kept.segment = given.segment and kept.epoch = given.epoch
                  and kept.owner is not null
                """,
                sorted.stream().map(a -> (long) a.segment()).toArray(Long[]::new),
                sorted.stream().map(Advance::epoch).toArray(Long[]::new),
                sorted.stream().map(Advance::next).toArray(Long[]::new),
                version.view().value(),
                version.number());
        if (moved != advances.size()) {
            throw new Overtaken("%d of %d segments of %s are held by somebody else"
                    .formatted(advances.size() - moved, advances.size(), version));
        }
    }
}
