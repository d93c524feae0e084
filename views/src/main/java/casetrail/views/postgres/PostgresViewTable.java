package casetrail.views.postgres;

import casetrail.events.StreamId;
import casetrail.views.Condition;
import casetrail.views.Document;
import casetrail.views.Field;
import casetrail.views.Question;
import casetrail.views.Shape;
import casetrail.views.ViewVersion;
import casetrail.views.store.Batch;
import casetrail.views.store.Building.Phase;
import casetrail.views.store.Parked;
import casetrail.views.store.Segment;
import casetrail.views.store.ViewTable;
import casetrail.views.store.ViewsUnavailable;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One version in PostgreSQL. */
final class PostgresViewTable implements ViewTable {

    private static final String UNDEFINED_TABLE = "42P01";
    private static final String UNDEFINED_COLUMN = "42703";

    private final ViewsDatabase database;
    private final ViewVersion version;
    private final DocumentTable table;
    private final DocumentWrites writes;
    private final SegmentRows segments;
    private final ParkedRows parked;
    private final Pages pages;

    PostgresViewTable(ViewsDatabase database, ViewVersion version, Shape shape) {
        this.database = database;
        this.version = version;
        this.table = DocumentTable.of(version, shape);
        this.writes = new DocumentWrites(table);
        this.segments = new SegmentRows(database, version);
        this.parked = new ParkedRows(database, version);
        this.pages = new Pages(table);
    }

    @Override
    public void fill(List<Document> fresh) {
        database.together("filling " + version, connection -> {
            writes.fill(connection, fresh);
            return true;
        });
    }

    @Override
    public void refill(List<Document> again) {
        database.together("filling again " + version, connection -> {
            writes.refill(connection, again);
            return true;
        });
    }

    @Override
    public void finish(long next) {
        if (phase() == Phase.FOLLOWING) {
            return;
        }
        database.run("settling " + version, connection -> {
            ViewsDatabase.execute(connection, table.settle());
            return true;
        });
        for (var index : table.createIndexes()) {
            database.together("making an index of " + version, connection -> {
                writes.sort(connection, index);
                return true;
            });
        }
        database.together("finishing " + version, connection -> {
            int finished = ViewsDatabase.changed(
                    connection,
                    ViewsDatabase.SAVE_MAX,
                    "update casetrail_views.building set phase = ? where view = ? and number = ? and phase = ?",
                    Phase.FOLLOWING.name(),
                    version.view().value(),
                    version.number(),
                    Phase.BUILDING.name());
            if (finished > 0) {
                ViewsDatabase.changed(
                        connection,
                        ViewsDatabase.SAVE_MAX,
                        "update casetrail_views.segment set next = ? where view = ? and number = ?",
                        next,
                        version.view().value(),
                        version.number());
            }
            return finished;
        });
    }

    private Phase phase() {
        return database
                .all(
                        "reading how far %s is".formatted(version),
                        row -> Phase.valueOf(row.getString(1)),
                        "select phase from casetrail_views.building where view = ? and number = ?",
                        version.view().value(),
                        version.number())
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no %s".formatted(version)));
    }

    @Override
    public Map<StreamId, Document> load(Collection<StreamId> streams) {
        return database
                .all(
                        "loading documents of " + version,
                        Spans::document,
                        "select stream, version, document from %s where stream = any(?)".formatted(table.name()),
                        (Object) streams.stream().map(StreamId::value).toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Document::stream, Function.identity()));
    }

    @Override
    public void save(Batch batch) {
        database.together("saving a batch of " + version, connection -> {
            // First of all: these rows are what two processes can meet at, and who is overtaken shall not do more.
            segments.advance(connection, batch.advances());
            writes.save(connection, batch.changes());
            parked.unpark(connection, batch.unparked());
            parked.park(connection, batch.parked());
            return true;
        });
    }

    @Override
    public List<Segment> segments() {
        return segments.all();
    }

    @Override
    public boolean take(int segment, long epoch, String owner) {
        return segments.take(segment, epoch, owner);
    }

    @Override
    public void release(int segment, long epoch) {
        segments.release(segment, epoch);
    }

    @Override
    public List<StreamId> parkedAmong(Collection<StreamId> streams) {
        return parked.among(streams);
    }

    @Override
    public List<Parked> parkedStreams(Optional<StreamId> after, boolean onlyWished, int limit) {
        return parked.firsts(after, onlyWished, limit);
    }

    @Override
    public List<Parked> parked(StreamId stream, int limit) {
        return parked.of(stream, limit);
    }

    @Override
    public long parkedCount() {
        return parked.streams();
    }

    @Override
    public long parkedEvents() {
        return parked.events();
    }

    @Override
    public boolean wish(StreamId stream, long sequence, Parked.Wish wish) {
        return parked.wish(stream, sequence, wish);
    }

    @Override
    public List<Document> find(Question question) {
        table.shape().require(question);
        return asked(
                () -> database.run("finding documents of " + version, connection -> pages.page(connection, question)));
    }

    @Override
    public long count(Condition condition) {
        table.shape().require(condition);
        var where = Where.of(condition);
        return asked(() -> database.all(
                        "counting documents of " + version,
                        row -> row.getLong(1),
                        "select count(*) from %s where %s".formatted(table.name(), where.sql()),
                        where.parameters())
                .getFirst());
    }

    @Override
    public List<Count> counts(Condition condition, String field, int limit) {
        table.shape().require(condition);
        table.shape().requireCountable(field);
        var where = Where.of(condition);
        var column = DocumentTable.column(field);
        var from = table.shape().kind(field) == Field.Kind.TERMS
                ? "%s cross join lateral unnest(%s) as counted (value)".formatted(table.name(), column)
                : "(select %s as value, * from %s) as documents".formatted(column, table.name());
        return asked(() -> database.all(
                "counting documents of %s by %s".formatted(version, field),
                row -> new Count(row.getString(1), row.getLong(2)),
                """
                select value, count(*) from %s where value is not null and %s
                group by value order by count(*) desc, value collate "C" limit ?
                """.formatted(from, where.sql()),
                where.parameters(limit)));
    }

    /** A question that this version has no answer to passes: it is being taken away, or stands still until it is built anew. */
    private <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof SQLException cause) {
                switch (String.valueOf(cause.getSQLState())) {
                    case UNDEFINED_TABLE -> throw new ViewsUnavailable("%s was taken away".formatted(version), e);
                    case UNDEFINED_COLUMN ->
                        throw new ViewsUnavailable(
                                "%s was built without a field that is asked for; the view has to be built anew"
                                        .formatted(version),
                                e);
                    default -> throw e;
                }
            }
            throw e;
        }
    }
}
