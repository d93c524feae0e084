package casetrail.views.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.events.StreamId;
import casetrail.views.Document;
import casetrail.views.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class JsonContentTest {

    private static BsonDocument stored(String json) {
        return StoredDocument.of(
                new Document(new StreamId("case-a"), 1, json.getBytes(StandardCharsets.UTF_8), Map.of()));
    }

    private static String readBack(String json) {
        return new String(StoredDocument.read((RawBsonDocument) stored(json)).json(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":[]}",
                "{\"z\":1,\"a\":2,\"m\":{\"z\":1,\"a\":[{},[[]],{\"b\":true}]}}",
                "{\"least\":-9223372036854775808,\"most\":9223372036854775807,\"none\":0}",
                "{\"nothing\":null,\"list\":[null,1,\"1\",false]}",
                "{\"_id\":\"x\",\"id\":\"y\",\"0\":1,\"a b\":2,\"\u5f00\u653e\":\"\ud83d\ude00\"}",
                "{\"text\":\"quote \\\" back \\\\ slash / line\\n tab\\t nul\\u0000 one\\u0001\"}",
                "{\"a$\":1,\"date\":\"2026-01-01T00:00:00Z\"}"
            })
    void what_bson_keeps_is_kept_as_bson_and_comes_back_byte_by_byte(String json) {
        assertThat(stored(json).isDocument("doc")).isTrue();
        assertThat(readBack(json)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$set\":1}",
                "{\"a\":{\"$ref\":\"x\",\"$id\":1}}",
                "{\"a.b\":1}",
                "{\"\":1}",
                "{\"a\\u0000b\":1}",
                "{\"a\":[1,{\"b\":1.50}]}",
                "{\"a\":9223372036854775808}",
                "{\"a\":1e3}",
                "{\"a\":\"half \\ud83d\"}",
                "[1,2]",
                "\"text\"",
                "17",
                "null"
            })
    void what_bson_might_change_is_kept_as_one_text(String json) {
        assertThat(stored(json).isString("doc")).isTrue();
        assertThat(readBack(json)).isEqualTo(json);
    }

    @Test
    void deep_documents_are_kept_as_one_text_before_the_server_refuses_them() {
        for (int depth : List.of(1, JsonContent.DEPTH_MAX - 1, JsonContent.DEPTH_MAX, 200)) {
            var json = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
            assertThat(stored(json).isDocument("doc")).isEqualTo(depth <= JsonContent.DEPTH_MAX);
            assertThat(readBack(json)).isEqualTo(json);
        }
    }

    @Test
    void random_documents_come_back_byte_by_byte() {
        long seed = System.nanoTime();
        LoggerFactory.getLogger(JsonContentTest.class).info("seed {}", seed);
        var random = new Random(seed);
        for (int n = 0; n < 500; n++) {
            var json = object(random, 4);
            assertThat(readBack(json)).isEqualTo(json);
        }
    }

    private static String object(Random random, int depth) {
        var parts = new ArrayList<String>();
        for (int n = random.nextInt(5); n > 0; n--) {
            parts.add("\"" + (random.nextInt(20) == 0 ? "$" : "n") + n + "\":" + value(random, depth));
        }
        return "{" + String.join(",", parts) + "}";
    }

    private static String value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> Long.toString(random.nextLong());
            case 1 -> Integer.toString(random.nextInt(100));
            case 2 -> Boolean.toString(random.nextBoolean());
            case 3 -> "null";
            case 4 -> "\"" + Character.toString(0x4e00 + random.nextInt(20_000)) + random.nextInt() + "\"";
            case 5 -> "[" + value(random, depth - 1) + "," + value(random, depth - 1) + "]";
            default -> object(random, depth - 1);
        };
    }

    @Test
    void fields_stand_beside_the_content_in_their_own_types() {
        var stored = StoredDocument.of(new Document(
                new StreamId("case-a"),
                7,
                "{}".getBytes(StandardCharsets.UTF_8),
                Map.of(
                        "state", new Value.Term("open"),
                        "due", new Value.Whole(5),
                        "words", Value.Terms.of(List.of("b", "a")))));
        assertThat(stored.keySet()).containsExactly("_id", "version", "f", "doc");
        assertThat(stored.get("version")).isEqualTo(new BsonInt64(7));
        assertThat(stored.getDocument("f"))
                .isEqualTo(BsonDocument.parse("{state: 'open', due: {$numberLong: '5'}, words: ['a', 'b']}"));
    }

    @Test
    void a_document_that_mongodb_cannot_hold_is_named() {
        var json = "{\"a\":\"" + "x".repeat(StoredDocument.BYTES_MAX) + "\"}";
        assertThatThrownBy(() -> stored(json))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the document of case-a has 167")
                .hasMessageEndingWith("MongoDB holds at most 16777216");
    }
}
