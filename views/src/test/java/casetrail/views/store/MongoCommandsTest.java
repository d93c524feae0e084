package casetrail.views.store;

import static casetrail.views.store.MongoLife.everything;
import static casetrail.views.store.MongoLife.following;
import static casetrail.views.store.MongoLife.live;
import static casetrail.views.store.Samples.SHAPE;
import static casetrail.views.store.Samples.VERSION;
import static casetrail.views.store.Samples.document;
import static casetrail.views.store.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.views.Condition;
import casetrail.views.Question;
import casetrail.views.mongodb.IndexWalks;
import casetrail.views.mongodb.MongoViewStore;
import casetrail.views.mongodb.SentCommands;
import casetrail.views.mongodb.StandIn;
import com.mongodb.client.MongoClient;
import com.mongodb.client.model.IndexOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is sent to MongoDB, whatever a stand-in makes of it. */
class MongoCommandsTest {

    private static final String DATABASE = "commands";
    private static final BsonDocument MAJORITY = BsonDocument.parse("{level: 'majority'}");

    private final SentCommands sent = new SentCommands();
    private final StandIn standIn = StandIn.alone();
    private final MongoClient client = sent.client(standIn.uri());
    private final ViewStore store = new MongoViewStore(client, DATABASE);

    @AfterEach
    void close() {
        client.close();
        standIn.close();
    }

    @Test
    void a_batch_looks_first_and_moves_the_progress_last() {
        var table = following(store);
        table.segments();
        table.save(Batch.of(List.of(), List.of(Shelf.advance(0, 150))));
        sent.clear();
        table.save(everything(3));
        assertThat(sent.all())
                .extracting(c ->
                        c.getFirstKey() + " " + c.getString(c.getFirstKey()).getValue())
                .containsExactly(
                        "find segment",
                        "insert view_contract_cases_1",
                        "update view_contract_cases_1",
                        "update parked",
                        "update parked",
                        "delete parked",
                        "delete parked",
                        "update segment");
        assertThat(sent.all()).noneMatch(c -> c.containsKey("txnNumber"));
    }

    @Test
    void every_write_is_guarded_by_what_was_loaded_or_held() {
        var table = following(store);
        sent.clear();
        table.save(everything(3));
        var updates = sent.of(Set.of("update"));
        assertThat(query(updates.getFirst()))
                .isEqualTo(BsonDocument.parse("{$and: [{_id: 'case-old'}, {version: {$numberLong: '3'}}]}"));
        assertThat(query(updates.getLast()))
                .isEqualTo(BsonDocument.parse(
                        "{$and: [{_id: 'contract-cases/1/03'}, {epoch: {$numberLong: '1'}}, {owner: {$gt: ''}}]}"));
    }

    private static BsonDocument query(BsonDocument update) {
        return update.getArray("updates").getFirst().asDocument().getDocument("q");
    }

    @Test
    void who_lost_a_segment_writes_nothing() {
        var table = following(store);
        assertThat(table.take(4, 1, "two")).isTrue();
        sent.clear();
        assertThatThrownBy(() -> table.save(everything(3))).isInstanceOf(Overtaken.class);
        assertThat(sent.of(SentCommands.WRITES)).isEmpty();
    }

    @Test
    void every_write_waits_for_the_journals_of_a_majority_and_every_read_sees_what_they_have() {
        live(store);
        assertThat(sent.of(SentCommands.WRITES)).hasSizeGreaterThan(20).allMatch(MongoLife::isJournalled);
        assertThat(sent.of(SentCommands.READS))
                .hasSizeGreaterThan(12)
                .allMatch(c -> c.getDocument("readConcern", new BsonDocument()).equals(MAJORITY));
    }

    @Test
    void the_declared_indexes_are_made_with_the_id_behind_the_last_field() {
        following(store);
        var made = new HashSet<BsonValue>();
        sent.of(Set.of("createIndexes")).stream()
                .filter(c -> c.getString("createIndexes").getValue().startsWith("view_"))
                .forEach(c -> made.addAll(c.getArray("indexes")));
        assertThat(made)
                .containsExactlyInAnyOrder(
                        BsonDocument.parse("{key: {'f.updated': 1, _id: 1}, name: 'by_updated'}"),
                        BsonDocument.parse("{key: {'f.due': 1, _id: 1}, name: 'by_due'}"),
                        BsonDocument.parse("{key: {'f.state': 1, 'f.updated': 1, _id: 1}, name: 'by_state_updated'}"),
                        BsonDocument.parse("{key: {'f.unit': 1, _id: 1}, name: 'by_unit'}"),
                        BsonDocument.parse("{key: {'f.lon': 1, 'f.lat': 1, _id: 1}, name: 'by_lon_lat'}"),
                        BsonDocument.parse("{key: {'f.words': 1, _id: 1}, name: 'by_words'}"));
    }

    @Test
    void indexes_that_are_there_are_not_made_again() {
        following(store);
        sent.clear();
        var again = new MongoViewStore(client, DATABASE);
        assertThat(again.table(VERSION, SHAPE).count(Condition.everything())).isEqualTo(1);
        assertThat(sent.names()).contains("listIndexes").doesNotContain("createIndexes");
        sent.clear();
        assertThat(again.table(VERSION, SHAPE).count(Condition.everything())).isEqualTo(1);
        assertThat(sent.names()).containsExactly("aggregate");
    }

    @Test
    void what_a_late_write_left_behind_a_drop_is_not_in_the_version_that_is_begun_after_it() {
        var table = following(store);
        store.drop(VERSION);
        table.fill(List.of(document("late", 1)));
        table.save(
                new Batch(List.of(), List.of(), List.of(new Parked(stream("late"), 0, 5, "broken", null)), List.of()));
        store.create(VERSION, 1, SHAPE);
        assertThat(table.count(Condition.everything())).isZero();
        assertThat(table.parkedCount()).isZero();
    }

    @Test
    void beginning_what_is_begun_takes_nothing_away() {
        following(store);
        sent.clear();
        store.create(VERSION, 1, SHAPE);
        assertThat(sent.names()).doesNotContain("drop", "delete");
        assertThat(store.table(VERSION, SHAPE).segments()).allMatch(s -> s.next() == 100 && s.epoch() == 1);
    }

    @Test
    void an_index_of_the_same_name_and_another_definition_is_refused() {
        following(store);
        var documents = client.getDatabase(DATABASE).getCollection("view_contract_cases_1");
        for (var other : List.of("{'f.unit': 1}", "{_id: 1, 'f.unit': 1}", "{'f.unit': -1, _id: 1}")) {
            documents.dropIndex("by_unit");
            documents.createIndex(BsonDocument.parse(other), new IndexOptions().name("by_unit"));
            var again = new MongoViewStore(client, DATABASE).table(VERSION, SHAPE);
            assertThatThrownBy(() -> again.count(Condition.everything()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("by_unit");
        }
    }

    @Test
    void no_question_reads_a_whole_collection() {
        live(store);
        var random = new RandomQuestions(ModelContract.SEED);
        var table = store.table(VERSION, SHAPE);
        for (int n = 0; n < ModelContract.QUESTIONS; n++) {
            var where = n % 5 == 0 ? Condition.everything() : random.condition(3);
            table.find(new Question(where, random.order(), null, 10));
            table.count(where);
            table.counts(where, random.oneOf("state", "words", "stream"), 5);
        }
        assertThat(sent.of(SentCommands.READS))
                .hasSizeGreaterThan(3 * ModelContract.QUESTIONS)
                .allSatisfy(command -> assertThat(IndexWalks.answers(command, leading(command)))
                        .as(command.toJson())
                        .isTrue());
        assertThat(sent.of(Set.of("find", "aggregate")))
                .filteredOn(c -> collection(c).startsWith("view_"))
                .allMatch(c -> c.containsKey("maxTimeMS"));
    }

    private static Set<String> leading(BsonDocument command) {
        return collection(command).startsWith("view_")
                ? Set.of("_id", "f.updated", "f.due", "f.state", "f.unit", "f.lon", "f.words")
                : Set.of("_id", "view");
    }

    private static String collection(BsonDocument command) {
        return command.getString(command.getFirstKey()).getValue();
    }

    @Test
    void a_command_that_reads_a_whole_collection_would_be_seen() {
        for (var planted : List.of(
                "{find: 'x', filter: {}}",
                "{find: 'x', filter: {'f.other': 1}}",
                "{find: 'x', filter: {$or: [{'f.unit': 1}, {'f.other': 1}]}}",
                "{aggregate: 'x', pipeline: [{$match: {}}]}",
                "{aggregate: 'x', pipeline: [{$group: {_id: 1}}]}",
                "{distinct: 'x', key: 'stream'}")) {
            assertThat(IndexWalks.answers(BsonDocument.parse(planted), Set.of("_id", "f.unit")))
                    .as(planted)
                    .isFalse();
        }
    }

    @Test
    void a_question_that_takes_too_long_is_an_outage() {
        var table = following(store);
        standIn.refuseNext("find", 50, "MaxTimeMSExpired", "None");
        assertThatThrownBy(() -> table.load(List.of(stream("old")))).isInstanceOf(ViewsUnavailable.class);
    }

    @Test
    void a_server_that_is_gone_is_an_outage() {
        try (var gone = sent.client("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=100")) {
            assertThatThrownBy(new MongoViewStore(gone, DATABASE)::buildings).isInstanceOf(ViewsUnavailable.class);
        }
    }
}
