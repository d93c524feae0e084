package casetrail.views.store;

import static casetrail.views.store.MongoLife.everything;
import static casetrail.views.store.MongoLife.following;
import static casetrail.views.store.MongoLife.isJournalled;
import static casetrail.views.store.Samples.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.views.mongodb.MongoViewStore;
import casetrail.views.mongodb.SentCommands;
import casetrail.views.mongodb.StandIn;
import com.mongodb.client.MongoClient;
import java.util.List;
import java.util.Set;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is sent to a replica set of MongoDB for a batch, whatever a stand-in makes of it. */
class MongoTransactionsTest {

    private static final BsonDocument MAJORITY = BsonDocument.parse("{level: 'majority'}");

    private final SentCommands sent = new SentCommands();
    private final StandIn standIn = StandIn.replicaSet();
    private final MongoClient client = sent.client(standIn.uri());
    private final ViewTable table = following(new MongoViewStore(client, "commands"));

    @AfterEach
    void close() {
        client.close();
        standIn.close();
    }

    @Test
    void a_batch_is_one_transaction() {
        sent.clear();
        table.save(everything(3));

        var transaction = sent.of(Set.of("insert", "update", "delete", "commitTransaction"));
        assertThat(transaction)
                .extracting(BsonDocument::getFirstKey)
                .containsExactly(
                        "insert", "update", "update", "update", "delete", "delete", "update", "commitTransaction");
        assertThat(sent.all()).hasSize(sent.names().contains("hello") ? 9 : 8);
        var first = transaction.getFirst();
        assertThat(first.get("startTransaction")).isEqualTo(BsonBoolean.TRUE);
        assertThat(first.getDocument("readConcern")).isEqualTo(MAJORITY);
        assertThat(transaction).allSatisfy(command -> {
            assertThat(command.get("autocommit")).isEqualTo(BsonBoolean.FALSE);
            assertThat(command.get("lsid")).isEqualTo(first.get("lsid")).isNotNull();
            assertThat(command.get("txnNumber"))
                    .isEqualTo(first.get("txnNumber"))
                    .isNotNull();
        });
        assertThat(transaction.subList(1, 8)).noneMatch(c -> c.containsKey("startTransaction"));
        assertThat(transaction.subList(0, 7)).noneMatch(c -> c.containsKey("writeConcern"));
        assertThat(transaction.getLast().getString("$db").getValue()).isEqualTo("admin");
        assertThat(isJournalled(transaction.getLast())).isTrue();
    }

    @Test
    void each_batch_is_a_transaction_of_its_own() {
        sent.clear();
        table.save(everything(3));
        var first = sent.of(Set.of("commitTransaction")).getFirst();
        sent.clear();
        table.save(Batch.of(List.of(), List.of(Shelf.advance(5, 300))));
        var second = sent.of(Set.of("commitTransaction")).getFirst();
        assertThat(List.of(second.get("lsid"), second.get("txnNumber")))
                .isNotEqualTo(List.of(first.get("lsid"), first.get("txnNumber")));
    }

    @Test
    void a_batch_that_came_too_late_is_taken_back() {
        for (var late : List.of(
                everything(2),
                Batch.of(List.of(Shelf.added(document("old", 0))), List.of()),
                Batch.of(List.of(), List.of(new Batch.Advance(3, 0, 200))))) {
            sent.clear();
            assertThatThrownBy(() -> table.save(late)).isInstanceOf(Overtaken.class);
            assertThat(sent.names()).endsWith("abortTransaction").doesNotContain("commitTransaction");
        }
    }

    @Test
    void a_conflict_with_another_transaction_is_a_lost_race() {
        standIn.refuseNext("update", 112, "WriteConflict", "TransientTransactionError");
        assertThatThrownBy(() -> table.save(everything(3))).isInstanceOf(Overtaken.class);
        assertThat(sent.names()).endsWith("abortTransaction");
    }

    @Test
    void a_primary_that_steps_down_in_the_middle_is_an_outage() {
        standIn.refuseNext("update", 189, "PrimarySteppedDown", "TransientTransactionError");
        assertThatThrownBy(() -> table.save(everything(3))).isInstanceOf(ViewsUnavailable.class);
        table.save(everything(3));
    }

    @Test
    void a_commit_of_which_nobody_knows_is_an_outage() {
        for (int tries = 0; tries < 2; tries++) {
            standIn.refuseNext("commitTransaction", 91, "ShutdownInProgress", "UnknownTransactionCommitResult");
        }
        assertThatThrownBy(() -> table.save(everything(3))).isInstanceOf(ViewsUnavailable.class);
    }

    @Test
    void a_statement_that_the_server_does_not_allow_is_a_defect() {
        standIn.refuseNext("update", 13, "Unauthorized", "None");
        assertThatThrownBy(() -> table.save(everything(3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("13");
    }
}
