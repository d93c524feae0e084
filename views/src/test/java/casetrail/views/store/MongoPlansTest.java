package casetrail.views.store;

import static casetrail.views.store.Samples.SHAPE;
import static casetrail.views.store.Samples.VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import casetrail.views.Condition;
import casetrail.views.Question;
import casetrail.views.mongodb.MongoViewStore;
import casetrail.views.mongodb.SentCommands;
import com.mongodb.client.MongoDatabase;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;

/** How a real MongoDB plans to answer: no stand-in knows. */
class MongoPlansTest {

    private static final String DATABASE = "casetrail_test_plans";
    private static final Set<String> PLANNED = Set.of(
            "find",
            "filter",
            "sort",
            "limit",
            "projection",
            "hint",
            "aggregate",
            "pipeline",
            "cursor",
            "distinct",
            "key",
            "query");

    @Test
    void mongodb_plans_no_question_by_reading_a_whole_collection() {
        var uri = System.getenv("CASETRAIL_TEST_MONGODB_URI");
        assumeThat(uri)
                .as("NOT RUN: the plans of a real MongoDB; no CASETRAIL_TEST_MONGODB_URI")
                .isNotNull();
        var sent = new SentCommands();
        try (var client = sent.client(String.valueOf(uri))) {
            var store = new MongoViewStore(client, DATABASE);
            store.drop(VERSION);
            store.create(VERSION, 1, SHAPE);
            var table = store.table(VERSION, SHAPE);
            var random = new RandomQuestions(ModelContract.SEED);
            table.fill(random.documents(ModelContract.DOCUMENTS));
            table.finish(0);
            sent.clear();
            for (int n = 0; n < ModelContract.QUESTIONS; n++) {
                var where = n % 5 == 0 ? Condition.everything() : random.condition(3);
                table.find(new Question(where, random.order(), null, 10));
                table.count(where);
                table.counts(where, random.oneOf("state", "words", "stream"), 5);
            }
            store.drop(VERSION);
            MongoLife.live(store);
            for (var command : sent.of(SentCommands.READS)) {
                assertThat(stages(client.getDatabase(DATABASE), command))
                        .as(command.toJson())
                        .isNotEmpty()
                        .doesNotContain("COLLSCAN");
            }
        }
    }

    private static Set<String> stages(MongoDatabase database, BsonDocument command) {
        var planned = new BsonDocument();
        command.forEach((name, value) -> {
            if (PLANNED.contains(name)) {
                planned.append(name, value);
            }
        });
        var explained = database.runCommand(
                new BsonDocument("explain", planned).append("verbosity", new BsonString("queryPlanner")),
                BsonDocument.class);
        var stages = new TreeSet<String>();
        collect(explained, stages);
        return stages;
    }

    private static void collect(BsonValue explained, Set<String> stages) {
        if (explained.isDocument()) {
            var stage = explained.asDocument().get("stage");
            if (stage != null && stage.isString()) {
                stages.add(stage.asString().getValue());
            }
            explained.asDocument().values().forEach(v -> collect(v, stages));
        } else if (explained.isArray()) {
            explained.asArray().forEach(v -> collect(v, stages));
        }
    }
}
