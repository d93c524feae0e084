package casetrail.views.mongodb;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import casetrail.events.views.ViewName;
import casetrail.views.Shape;
import casetrail.views.ViewVersion;
import casetrail.views.store.Building;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.conversions.Bson;

/** What stands beside the documents: which versions there are, their segments and parked events, and which processes are alive. */
final class Registry {

    /** Every id; said as a range, so that the index of the ids answers. */
    private static final Bson ALL = gt("_id", "");

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final int DUPLICATE_KEY = 11_000;
    private static final int NAMESPACE_EXISTS = 48;

    private final ViewDatabase database;
    private final MongoCollection<BsonDocument> buildings;
    private final MongoCollection<BsonDocument> members;
    private final Set<ViewVersion> opened = ConcurrentHashMap.newKeySet();

    Registry(ViewDatabase database) {
        this.database = database;
        this.buildings = database.registry("building");
        this.members = database.registry("member");
    }

    Segments segments(ViewVersion version) {
        return new Segments(database.registry("segment"), version);
    }

    ParkedEvents parked(ViewVersion version) {
        return new ParkedEvents(database.registry("parked"), version);
    }

    List<Building> buildings() {
        var all = new ArrayList<Building>();
        for (var d : buildings.find(ALL)) {
            all.add(new Building(
                    new ViewVersion(
                            new ViewName(d.getString("view").getValue()),
                            d.getNumber("number").intValue()),
                    d.getNumber("revision").intValue(),
                    Building.Phase.valueOf(d.getString("phase").getValue())));
        }
        all.sort((a, b) -> a.version().compareTo(b.version()));
        return List.copyOf(all);
    }

    /**
     * Takes away only what a write that came too late may have left behind a drop, and that before there is an entry: a process that is
     * held up here must not wake up and clear what another has begun and filled meanwhile. The rest can be done twice.
     */
    void create(ViewVersion version, int revision) {
        ParkedEvents.INDEXES.ensure(database.registry("parked"));
        if (buildings.find(eq("_id", version.toString())).first() == null
                && (database.holds(version) || parked(version).count() > 0)) {
            clear(version);
        }
        enter(version, revision);
        made(version);
        segments(version).begin(Requests.alone());
    }

    /** The segments go first, so that nobody who still believes to hold one can write on. The entry goes last: until then it can be begun again. */
    void drop(ViewVersion version) {
        opened.remove(version);
        clear(version);
        buildings.deleteOne(eq("_id", version.toString()));
    }

    void remember(ViewVersion version, String note) {
        buildings.updateOne(eq("_id", version.toString()), set("note", note));
    }

    Optional<String> remembered(ViewVersion version) {
        return Optional.ofNullable(buildings.find(eq("_id", version.toString())).first())
                .filter(d -> d.containsKey("note"))
                .map(d -> d.getString("note").getValue());
    }

    boolean isFollowing(ViewVersion version) {
        var entry = buildings.find(eq("_id", version.toString())).first();
        return entry != null && entry.getString("phase").getValue().equals(Building.Phase.FOLLOWING.name());
    }

    void follow(ViewVersion version) {
        buildings.updateOne(eq("_id", version.toString()), set("phase", Building.Phase.FOLLOWING.name()));
    }

    /** Once for each version: makes the declared indexes that are missing, and refuses others of the same name. */
    void open(ViewVersion version, Shape shape) {
        if (!opened.contains(version)) {
            Indexes.of(shape).ensure(database.documents(version));
            opened(version);
        }
    }

    void opened(ViewVersion version) {
        opened.add(version);
    }

    void beat(String member) {
        members.updateOne(eq("_id", member), inc("beats", 1L), UPSERT);
    }

    Map<String, Long> beats() {
        var beats = new TreeMap<String, Long>();
        for (var d : members.find(ALL)) {
            beats.put(d.getString("_id").getValue(), d.getNumber("beats").longValue());
        }
        return beats;
    }

    void forget(String member) {
        members.deleteOne(eq("_id", member));
    }

    private void clear(ViewVersion version) {
        segments(version).forget();
        parked(version).forget();
        database.documents(version).drop();
    }

    private void enter(ViewVersion version, int revision) {
        var entry = new BsonDocument("view", new BsonString(version.view().value()))
                .append("number", new BsonInt32(version.number()))
                .append("revision", new BsonInt32(revision))
                .append("phase", new BsonString(Building.Phase.BUILDING.name()));
        try {
            buildings.updateOne(eq("_id", version.toString()), setOnInsert(entry), UPSERT);
        } catch (MongoWriteException e) {
            if (e.getCode() != DUPLICATE_KEY) {
                throw e;
            }
            // Somebody else began it in this very moment.
        }
    }

    /** By its own command, because a transaction of an older server cannot make it by the way. */
    private void made(ViewVersion version) {
        try {
            database.create(version);
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != NAMESPACE_EXISTS) {
                throw e;
            }
        }
    }
}
