package casetrail.views.postgres;

import casetrail.events.StreamId;
import casetrail.views.ViewVersion;
import casetrail.views.store.Batch.Unparked;
import casetrail.views.store.Parked;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parked events of one version. */
final class ParkedRows {

    private final ViewsDatabase database;
    private final ViewVersion version;

    ParkedRows(ViewsDatabase database, ViewVersion version) {
        this.database = database;
        this.version = version;
    }

    List<StreamId> among(Collection<StreamId> streams) {
        return database.all(
                "looking for parked streams of " + version,
                row -> new StreamId(row.getString(1)),
                "select distinct stream from casetrail_views.parked where view = ? and number = ? and stream = any(?)",
                version.view().value(),
                version.number(),
                streams.stream().map(StreamId::value).toArray(String[]::new));
    }

    List<Parked> firsts(Optional<StreamId> after, boolean onlyWished, int limit) {
        return database.all(
                "reading the parked streams of " + version,
                ParkedRows::parked,
                """
                select stream, sequence, position, error, wish
                from (select distinct on (stream) stream, sequence, position, error, wish
                      from casetrail_views.parked where view = ? and number = ? and stream > ?
                      order by stream, sequence) as first
                where not ? or wish is not null
                order by stream limit ?
                """,
                version.view().value(),
                version.number(),
                after.map(StreamId::value).orElse(""),
                onlyWished,
                limit);
    }

    List<Parked> of(StreamId stream, int limit) {
        return database.all(
                "reading a parked stream of " + version,
                ParkedRows::parked,
                """
                select stream, sequence, position, error, wish from casetrail_views.parked
                where view = ? and number = ? and stream = ? order by sequence limit ?
                """,
                version.view().value(),
                version.number(),
                stream.value(),
                limit);
    }

    long streams() {
        return database.all(
                        "counting the parked streams of " + version,
                        row -> row.getLong(1),
                        "select count(distinct stream) from casetrail_views.parked where view = ? and number = ?",
                        version.view().value(),
                        version.number())
                .getFirst();
    }

    long events() {
        return database.all(
                        "counting the parked events of " + version,
                        row -> row.getLong(1),
                        "select count(*) from casetrail_views.parked where view = ? and number = ?",
                        version.view().value(),
                        version.number())
                .getFirst();
    }

    boolean wish(StreamId stream, long sequence, Parked.Wish wish) {
        return database.change(
                        "leaving a wish at a stream of " + version,
                        """
                        update casetrail_views.parked as kept set wish = ?
                        where view = ? and number = ? and stream = ? and sequence = ? and not exists (
                            select from casetrail_views.parked as earlier
                            where earlier.view = kept.view and earlier.number = kept.number
                              and earlier.stream = kept.stream and earlier.sequence < kept.sequence)
                        """,
                        wish.name(),
                        version.view().value(),
                        version.number(),
                        stream.value(),
                        sequence)
                > 0;
    }

    void park(Connection connection, List<Parked> parked) throws SQLException {
        if (parked.isEmpty()) {
            return;
        }
        ViewsDatabase.changed(
                connection,
                ViewsDatabase.SAVE_MAX,
                """
                insert into casetrail_views.parked (view, number, stream, sequence, position, error, wish)
                select ?, ?, given.* from unnest(?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[]) as given
                on conflict (view, number, stream, sequence)
                do update set position = excluded.position, error = excluded.error, wish = excluded.wish
                """,
                version.view().value(),
                version.number(),
                parked.stream().map(p -> p.stream().value()).toArray(String[]::new),
                parked.stream().map(Parked::sequence).toArray(Long[]::new),
                parked.stream().map(Parked::position).toArray(Long[]::new),
                parked.stream().map(Parked::error).toArray(String[]::new),
                parked.stream().map(p -> name(p.wish())).toArray(String[]::new));
    }

    void unpark(Connection connection, List<Unparked> unparked) throws SQLException {
        if (unparked.isEmpty()) {
            return;
        }
        ViewsDatabase.changed(
                connection,
                ViewsDatabase.SAVE_MAX,
                """
                delete from casetrail_views.parked as kept
                using unnest(?::text[], ?::bigint[]) as given (stream, through)
                where kept.view = ? and kept.number = ? and kept.stream = given.stream and kept.sequence <= given.through
                """,
                unparked.stream().map(u -> u.stream().value()).toArray(String[]::new),
                unparked.stream().map(Unparked::throughSequence).toArray(Long[]::new),
                version.view().value(),
                version.number());
    }

    private static @Nullable String name(Parked.@Nullable Wish wish) {
        return wish == null ? null : wish.name();
    }

    private static Parked parked(ResultSet row) throws SQLException {
        var wish = row.getString("wish");
        return new Parked(
                new StreamId(row.getString("stream")),
                row.getLong("sequence"),
                row.getLong("position"),
                row.getString("error"),
                wish == null ? null : Parked.Wish.valueOf(wish));
    }
}
