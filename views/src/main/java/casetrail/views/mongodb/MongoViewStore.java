package casetrail.views.mongodb;

import casetrail.views.Shape;
import casetrail.views.ViewVersion;
import casetrail.views.store.Building;
import casetrail.views.store.ViewStore;
import casetrail.views.store.ViewTable;
import com.mongodb.client.MongoClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Views kept in MongoDB, one collection for each version. What a method wrote is in the journals of a majority when it returns. Asks
 * nothing of the servers before it is used, and leaves the client open.
 */
public final class MongoViewStore implements ViewStore {

    private static final int MEMBER_MAX = 60;

    private final ViewDatabase database;
    private final Registry registry;

    /** @param database the name of the database, which may hold other collections too */
    public MongoViewStore(MongoClient client, String database) {
        this.database = new ViewDatabase(client, database);
        this.registry = new Registry(this.database);
    }

    @Override
    public String engine() {
        return Faults.asked(database::engine);
    }

    @Override
    public List<Building> buildings() {
        return Faults.asked(registry::buildings);
    }

    @Override
    public void create(ViewVersion version, int revision, Shape shape) {
        Faults.done(() -> registry.create(version, revision));
    }

    @Override
    public void drop(ViewVersion version) {
        Faults.done(() -> registry.drop(version));
    }

    @Override
    public ViewTable table(ViewVersion version, Shape shape) {
        return new MongoViewTable(database, registry, version, shape);
    }

    @Override
    public void remember(ViewVersion version, String note) {
        if (note.length() > NOTE_MAX) {
            throw new IllegalArgumentException(
                    "a note of %d characters is longer than %d".formatted(note.length(), NOTE_MAX));
        }
        Faults.done(() -> registry.remember(version, note));
    }

    @Override
    public Optional<String> remembered(ViewVersion version) {
        return Faults.asked(() -> registry.remembered(version));
    }

    @Override
    public void beat(String member) {
        if (member.isEmpty() || member.length() > MEMBER_MAX) {
            throw new IllegalArgumentException("a member's name has 1 to %d characters".formatted(MEMBER_MAX));
        }
        Faults.done(() -> registry.beat(member));
    }

    @Override
    public Map<String, Long> beats() {
        return Faults.asked(registry::beats);
    }

    @Override
    public void forget(String member) {
        Faults.done(() -> registry.forget(member));
    }
}
