package casetrail.views.store;

import casetrail.events.StreamId;
import casetrail.views.Condition;
import casetrail.views.Document;
import casetrail.views.Question;
import casetrail.views.Shape;
import casetrail.views.ViewVersion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store that keeps nothing and refuses nothing. */
final class NoopViewStore implements ViewStore {

    @Override
    public String engine() {
        return "";
    }

    @Override
    public List<Building> buildings() {
        return List.of();
    }

    @Override
    public void create(ViewVersion version, int revision, Shape shape) {}

    @Override
    public void drop(ViewVersion version) {}

    @Override
    public void remember(ViewVersion version, String note) {}

    @Override
    public Optional<String> remembered(ViewVersion version) {
        return Optional.empty();
    }

    @Override
    public ViewTable table(ViewVersion version, Shape shape) {
        return new Nothing();
    }

    @Override
    public void beat(String member) {}

    @Override
    public Map<String, Long> beats() {
        return Map.of();
    }

    @Override
    public void forget(String member) {}

    private static final class Nothing implements ViewTable {

        @Override
        public void fill(List<Document> fresh) {}

        @Override
        public void refill(List<Document> again) {}

        @Override
        public void finish(long next) {}

        @Override
        public Map<StreamId, Document> load(Collection<StreamId> streams) {
            return Map.of();
        }

        @Override
        public void save(Batch batch) {}

        @Override
        public List<Segment> segments() {
            return List.of();
        }

        @Override
        public boolean take(int segment, long epoch, String owner) {
            return false;
        }

        @Override
        public void release(int segment, long epoch) {}

        @Override
        public List<StreamId> parkedAmong(Collection<StreamId> streams) {
            return List.of();
        }

        @Override
        public List<Parked> parkedStreams(Optional<StreamId> after, boolean onlyWished, int limit) {
            return List.of();
        }

        @Override
        public List<Parked> parked(StreamId stream, int limit) {
            return List.of();
        }

        @Override
        public long parkedEvents() {
            return 0;
        }

        @Override
        public long parkedCount() {
            return 0;
        }

        @Override
        public boolean wish(StreamId stream, long sequence, Parked.Wish wish) {
            return false;
        }

        @Override
        public List<Document> find(Question question) {
            return List.of();
        }

        @Override
        public long count(Condition where) {
            return 0;
        }

        @Override
        public List<Count> counts(Condition where, String field, int limit) {
            return List.of();
        }
    }
}
