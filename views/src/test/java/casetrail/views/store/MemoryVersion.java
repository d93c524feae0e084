package casetrail.views.store;

import casetrail.events.StreamId;
import casetrail.views.Document;
import casetrail.views.ViewVersion;
import casetrail.views.store.Batch.Advance;
import casetrail.views.store.Batch.Change;
import casetrail.views.store.Building.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What {@link MemoryViewStore} keeps of one version; used under the store's lock only. */
final class MemoryVersion {

    private static final Comparator<StreamId> BY_ID = Comparator.comparing(StreamId::value);

    final Map<StreamId, Document> documents = new TreeMap<>(BY_ID);
    final Map<StreamId, TreeMap<Long, Parked>> parked = new TreeMap<>(BY_ID);
    final List<Segment> segments = new ArrayList<>();

    private final ViewVersion version;
    private final int revision;
    private Phase phase = Phase.BUILDING;

    MemoryVersion(ViewVersion version, int revision) {
        this.version = version;
        this.revision = revision;
        for (int number = 0; number < Segment.COUNT; number++) {
            segments.add(new Segment(number, 0, 0, null));
        }
    }

    Building building() {
        return new Building(version, revision, phase);
    }

    void finish(long next) {
        if (phase == Phase.BUILDING) {
            segments.replaceAll(s -> new Segment(s.number(), next, s.epoch(), s.owner()));
            phase = Phase.FOLLOWING;
        }
    }

    /** Everything is looked at before anything is written, so that a refusal leaves nothing behind. */
    void save(Batch batch) {
        batch.advances().forEach(this::requireHeld);
        batch.changes().forEach(this::requireUnchanged);
        for (var advance : batch.advances()) {
            segments.set(
                    advance.segment(),
                    new Segment(
                            advance.segment(),
                            advance.next(),
                            advance.epoch(),
                            segments.get(advance.segment()).owner()));
        }
        batch.changes().forEach(change -> documents.put(change.after().stream(), change.after()));
        for (var unparked : batch.unparked()) {
            var waiting = parked.getOrDefault(unparked.stream(), new TreeMap<>());
            waiting.headMap(unparked.throughSequence(), true).clear();
            if (waiting.isEmpty()) {
                parked.remove(unparked.stream());
            }
        }
        batch.parked().forEach(this::park);
    }

    void park(Parked event) {
        parked.computeIfAbsent(event.stream(), s -> new TreeMap<>()).put(event.sequence(), event);
    }

    private void requireHeld(Advance advance) {
        var segment = segments.get(advance.segment());
        if (segment.owner() == null || segment.epoch() != advance.epoch()) {
            throw new Overtaken("segment %d is not held in epoch %d".formatted(advance.segment(), advance.epoch()));
        }
    }

    private void requireUnchanged(Change change) {
        var there = documents.get(change.after().stream());
        @Nullable Long version = there == null ? null : there.version();
        if (!Objects.equals(version, change.before())) {
            throw new Overtaken("%s is at %s, not at %s".formatted(change.after().stream(), version, change.before()));
        }
    }
}
