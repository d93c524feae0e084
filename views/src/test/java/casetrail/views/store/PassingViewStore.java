package casetrail.views.store;

import casetrail.views.Shape;
import casetrail.views.ViewVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Passes everything on to another store; tests change what they want to. */
public class PassingViewStore implements ViewStore {

    private final ViewStore store;

    public PassingViewStore(ViewStore store) {
        this.store = store;
    }

    @Override
    public String engine() {
        return store.engine();
    }

    @Override
    public List<Building> buildings() {
        return store.buildings();
    }

    @Override
    public void create(ViewVersion version, int revision, Shape shape) {
        store.create(version, revision, shape);
    }

    @Override
    public void drop(ViewVersion version) {
        store.drop(version);
    }

    @Override
    public ViewTable table(ViewVersion version, Shape shape) {
        return store.table(version, shape);
    }

    @Override
    public void remember(ViewVersion version, String note) {
        store.remember(version, note);
    }

    @Override
    public Optional<String> remembered(ViewVersion version) {
        return store.remembered(version);
    }

    @Override
    public void beat(String member) {
        store.beat(member);
    }

    @Override
    public Map<String, Long> beats() {
        return store.beats();
    }

    @Override
    public void forget(String member) {
        store.forget(member);
    }
}
