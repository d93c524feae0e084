package casetrail.views.store;

import casetrail.views.Shape;
import casetrail.views.ViewVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Views in memory, for tests: keeps the contract, is safe for many threads, and is gone with the object. */
public final class MemoryViewStore implements ViewStore {

    private final Map<ViewVersion, MemoryVersion> versions = new TreeMap<>();
    private final Map<ViewVersion, String> notes = new TreeMap<>();
    private final Map<String, Long> beats = new TreeMap<>();

    @Override
    public String engine() {
        return "memory";
    }

    @Override
    public synchronized List<Building> buildings() {
        return versions.values().stream().map(MemoryVersion::building).toList();
    }

    @Override
    public synchronized void create(ViewVersion version, int revision, Shape shape) {
        versions.computeIfAbsent(version, v -> new MemoryVersion(v, revision));
    }

    @Override
    public synchronized void drop(ViewVersion version) {
        versions.remove(version);
        notes.remove(version);
    }

    @Override
    public synchronized void remember(ViewVersion version, String note) {
        notes.put(version, note);
    }

    @Override
    public synchronized Optional<String> remembered(ViewVersion version) {
        return Optional.ofNullable(notes.get(version));
    }

    @Override
    public ViewTable table(ViewVersion version, Shape shape) {
        return new MemoryViewTable(this, version, shape);
    }

    @Override
    public synchronized void beat(String member) {
        beats.merge(member, 1L, Long::sum);
    }

    @Override
    public synchronized Map<String, Long> beats() {
        return Map.copyOf(beats);
    }

    @Override
    public synchronized void forget(String member) {
        beats.remove(member);
    }

    /** Call it under this object's lock only. */
    MemoryVersion version(ViewVersion version) {
        var kept = versions.get(version);
        if (kept == null) {
            throw new IllegalStateException("there is no %s".formatted(version));
        }
        return kept;
    }

    /** Call it under this object's lock only. */
    boolean has(ViewVersion version) {
        return versions.containsKey(version);
    }
}
