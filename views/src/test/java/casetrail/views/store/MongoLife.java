package casetrail.views.store;

import static casetrail.views.store.Samples.SHAPE;
import static casetrail.views.store.Samples.VERSION;
import static casetrail.views.store.Samples.document;
import static casetrail.views.store.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;

import casetrail.views.store.Batch.Unparked;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** What the life of a version comes to, for looking at the commands that it takes. */
final class MongoLife {

    private MongoLife() {}

    /** A version that follows, whose segments are held under epoch 1. */
    static ViewTable following(ViewStore store) {
        store.create(VERSION, 1, SHAPE);
        var table = store.table(VERSION, SHAPE);
        table.fill(List.of(document("old", 3)));
        table.finish(100);
        Shelf.takeAll(table, "one");
        return table;
    }

    static Batch everything(long before) {
        return new Batch(
                List.of(Shelf.added(document("new", 0)), new Batch.Change(before, document("old", before + 1))),
                List.of(Shelf.advance(3, 200), Shelf.advance(4, 200)),
                List.of(
                        new Parked(stream("bad"), 7, 150, "broken", null),
                        new Parked(stream("bad"), 8, 151, null, null)),
                List.of(new Unparked(stream("good"), 5)));
    }

    /** Everything that a store is used for, once. */
    static void live(ViewStore store) {
        var table = following(store);
        table.refill(List.of(document("old", 3)));
        store.remember(VERSION, "note");
        assertThat(store.remembered(VERSION)).contains("note");
        table.save(everything(3));
        assertThat(table.load(List.of(stream("old"), stream("new")))).hasSize(2);
        assertThat(table.parkedAmong(List.of(stream("bad")))).hasSize(1);
        assertThat(table.wish(stream("bad"), 7, Parked.Wish.RETRY)).isTrue();
        assertThat(table.parkedStreams(Optional.empty(), true, 10)).hasSize(1);
        assertThat(table.parkedStreams(Optional.empty(), false, 10)).hasSize(1);
        assertThat(table.parked(stream("bad"), 10)).hasSize(2);
        assertThat(table.parkedCount()).isEqualTo(1);
        table.release(3, 1);
        store.beat("one");
        assertThat(store.beats()).isEqualTo(Map.of("one", 1L));
        store.forget("one");
        assertThat(store.buildings()).hasSize(1);
        store.drop(VERSION);
        following(store);
    }

    static boolean isJournalled(BsonDocument command) {
        var concern = command.getDocument("writeConcern", new BsonDocument());
        return concern.getString("w", new BsonString("")).getValue().equals("majority")
                && concern.getBoolean("j", BsonBoolean.FALSE).getValue();
    }
}
