package casetrail.views.store;

import casetrail.views.Document;
import casetrail.views.store.Batch.Advance;
import casetrail.views.store.Batch.Change;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the parts of the contract stand on: the store under test, and how a version comes to be in it. */
interface Shelf {

    /** The first position that is not counted in where a version begins to follow. */
    long START = 100;

    ViewStore store();

    boolean atomic();

    /** A version that follows, with these documents. */
    default ViewTable following(Document... documents) {
        return following(List.of(documents));
    }

    /** The same. */
    default ViewTable following(Collection<Document> documents) {
        store().create(Samples.VERSION, 1, Samples.SHAPE);
        var table = store().table(Samples.VERSION, Samples.SHAPE);
        table.fill(List.copyOf(documents));
        table.finish(START);
        return table;
    }

    /** Takes all segments for one owner. */
    static void takeAll(ViewTable table, String owner) {
        for (var segment : table.segments()) {
            table.take(segment.number(), segment.epoch(), owner);
        }
    }

    /** How far a segment of epoch 1 is counted in. */
    static Advance advance(int segment, long next) {
        return new Advance(segment, 1, next);
    }

    /** A batch of changes that moves all segments of epoch 1. */
    static Batch moving(long next, Change... changes) {
        return Batch.of(
                List.of(changes),
                IntStream.range(0, Segment.COUNT)
                        .mapToObj(n -> advance(n, next))
                        .toList());
    }

    /** Where the segments are. */
    static Map<Integer, Long> next(ViewTable table) {
        return table.segments().stream().collect(Collectors.toMap(Segment::number, Segment::next));
    }

    /** A document's part of a batch. */
    static Change added(Document document) {
        return new Change(null, document);
    }

    /** The same document one version on. */
    static Change changed(Document before, Document after) {
        return new Change(before.version(), after);
    }
}
