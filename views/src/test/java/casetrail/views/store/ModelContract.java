package casetrail.views.store;

import static casetrail.views.store.Samples.names;
import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.StreamId;
import casetrail.views.After;
import casetrail.views.Condition;
import casetrail.views.Document;
import casetrail.views.Order;
import casetrail.views.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Random questions about random documents are answered as {@link PlainAnswers} answers them. */
interface ModelContract extends Shelf {

    /** Whether the suite runs at its big size. */
    boolean FULL = Boolean.getBoolean("casetrail.full");

    /** How many documents. */
    int DOCUMENTS = FULL ? 2_000 : 150;

    /** How many questions of each kind. */
    int QUESTIONS = FULL ? 1_500 : 150;

    /** The shortest pages; at the big size a page of one document would ask for hours. */
    int LIMIT_MIN = FULL ? 20 : 1;

    /** Told by whoever wants the same run again. */
    long SEED = Long.getLong("casetrail.seed", 20_261_123L);

    /** How many documents this engine is asked about; fewer where a stand-in without indexes looks at each for each page. */
    default int documents() {
        return DOCUMENTS;
    }

    /** How many questions of each kind this engine is asked. */
    default int questions() {
        return QUESTIONS;
    }

    private RandomQuestions random(String test) {
        System.out.printf(
                "view store, %s: %,d documents, %,d questions (%s size), seed %d%n",
                test, documents(), questions(), FULL ? "full" : "small", SEED);
        return new RandomQuestions(SEED);
    }

    @Test
    default void pages_have_neither_gaps_nor_repeats() {
        var random = random("pages");
        var documents = random.documents(documents());
        var table = following(documents);
        for (int n = 0; n < questions(); n++) {
            var where = n % 3 == 0 ? Condition.everything() : random.condition(3);
            var order = random.order();
            var expected = PlainAnswers.all(documents, where, order);
            var found = allPages(table, documents, where, order, Math.max(random.limit(), LIMIT_MIN));
            assertThat(found).as("question %d: %s by %s", n, where, order).isEqualTo(names(expected));
        }
    }

    private static List<String> allPages(
            ViewTable table, List<Document> documents, Condition where, Order order, int limit) {
        Map<StreamId, Document> kept =
                documents.stream().collect(Collectors.toMap(Document::stream, Function.identity()));
        var found = new ArrayList<String>();
        After after = null;
        while (found.size() <= documents.size()) {
            var page = table.find(new Question(where, order, after, limit));
            found.addAll(names(page));
            if (page.size() < limit) {
                break;
            }
            var last = kept.get(page.getLast().stream());
            assertThat(last).isNotNull();
            after = new After(PlainAnswers.key(order, last).value(), last.stream());
        }
        return found;
    }

    @Test
    default void counts_are_those_of_the_model() {
        var random = random("counts");
        var documents = random.documents(documents());
        var table = following(documents);
        for (int n = 0; n < questions(); n++) {
            var where = n % 5 == 0 ? Condition.everything() : random.condition(3);
            assertThat(table.count(where))
                    .as("question %d: %s", n, where)
                    .isEqualTo(documents.stream()
                            .filter(d -> PlainAnswers.fits(where, d))
                            .count());
            var field = random.oneOf("state", "unit", "words");
            int limit = random.limit();
            assertThat(table.counts(where, field, limit))
                    .as("question %d: %s by %s", n, where, field)
                    .isEqualTo(PlainAnswers.counts(documents, where, field, limit));
        }
    }

    @Test
    default void what_batches_made_is_asked_like_what_was_filled() {
        var random = random("batches");
        var first = random.documents(documents());
        var table = following(first);
        Shelf.takeAll(table, "one");
        Map<StreamId, Document> now = first.stream()
                .collect(Collectors.toMap(Document::stream, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        var changes = new ArrayList<Batch.Change>();
        for (var document : random.documents(documents())) {
            var before = now.get(document.stream());
            var after = new Document(
                    document.stream(), before == null ? 0 : before.version() + 1, document.json(), document.values());
            changes.add(new Batch.Change(before == null ? null : before.version(), after));
            now.put(after.stream(), after);
        }
        table.save(Shelf.moving(1_000, changes.toArray(Batch.Change[]::new)));
        for (int n = 0; n < questions(); n++) {
            var question = new Question(random.condition(2), random.order(), null, random.limit());
            assertThat(Samples.Seen.all(table.find(question)))
                    .as("question %d: %s", n, question)
                    .isEqualTo(Samples.Seen.all(PlainAnswers.find(now.values(), question)));
        }
        assertThat(table.count(Condition.everything())).isEqualTo(now.size());
    }
}
