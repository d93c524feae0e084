package casetrail.views.store;

import casetrail.events.StreamId;
import casetrail.events.views.ViewName;
import casetrail.events.wire.EventJson;
import casetrail.views.Document;
import casetrail.views.Field;
import casetrail.views.Index;
import casetrail.views.Shape;
import casetrail.views.Value;
import casetrail.views.ViewVersion;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Documents of a view that has every kind of field, with texts that engines trip over. */
final class Samples {

    static final ViewName NAME = new ViewName("contract-cases");
    static final ViewVersion VERSION = new ViewVersion(NAME, 1);

    static final Shape SHAPE = new Shape(
            NAME,
            fields(),
            List.of(
                    Index.on("updated"),
                    Index.on("due"),
                    Index.on("state", "updated"),
                    Index.on("unit"),
                    Index.on("lon", "lat"),
                    Index.on("words")));

    /** Texts that mean something to some engine, in the order of their code points. */
    static final List<String> ODD_TERMS = List.of(
            " ",
            "\"quoted\"",
            "$set",
            "%_",
            "'; drop table x; --",
            "(a,b)",
            "A",
            "NULL",
            "Z",
            "\\N\\\\",
            "a",
            "a\tb\nc",
            "a.b",
            "null",
            "z",
            "{a,\"b\"}",
            "\u00e9",
            "\u5f00\u653e",
            "\ufffd",
            "\ud83d\ude00");

    private Samples() {}

    private static Map<String, Field.Kind> fields() {
        var fields = new LinkedHashMap<String, Field.Kind>();
        fields.put("state", Field.Kind.TERM);
        fields.put("unit", Field.Kind.TERM);
        fields.put("updated", Field.Kind.NUMBER);
        fields.put("due", Field.Kind.NUMBER);
        fields.put("lon", Field.Kind.NUMBER);
        fields.put("lat", Field.Kind.NUMBER);
        fields.put("words", Field.Kind.TERMS);
        // Names that an engine may use itself, or may not tell apart.
        fields.put("order", Field.Kind.TERM);
        fields.put("stream", Field.Kind.TERM);
        fields.put("version", Field.Kind.NUMBER);
        fields.put("dueAt", Field.Kind.NUMBER);
        fields.put("dueat", Field.Kind.TERM);
        return fields;
    }

    static StreamId stream(String name) {
        return new StreamId("case-" + name);
    }

    static Document document(String name, long version) {
        return document(name, version, Map.of());
    }

    static Document document(String name, long version, Map<String, Value> values) {
        return document(name, version, "text of %s at %d".formatted(name, version), values);
    }

    static Document document(String name, long version, String text, Map<String, Value> values) {
        var json = EventJson.MAPPER.createObjectNode();
        json.put("version", version).put("text", text).put("flag", true);
        json.putObject("inner")
                .put("least", Long.MIN_VALUE)
                .putArray("list")
                .add(1)
                .add("two");
        return new Document(stream(name), version, EventJson.MAPPER.writeValueAsBytes(json), values);
    }

    static Value term(String text) {
        return new Value.Term(text);
    }

    static Value whole(long number) {
        return new Value.Whole(number);
    }

    static Value terms(String... texts) {
        return Value.Terms.of(Arrays.asList(texts));
    }

    /** What a document is told by, however an engine writes its JSON. */
    record Seen(StreamId stream, long version, JsonNode json) {

        static Seen of(Document document) {
            return new Seen(document.stream(), document.version(), EventJson.MAPPER.readTree(document.json()));
        }

        static @Nullable Seen orNull(@Nullable Document document) {
            return document == null ? null : of(document);
        }

        static List<Seen> all(Collection<Document> documents) {
            return documents.stream().map(Seen::of).toList();
        }
    }

    static List<String> names(Collection<Document> documents) {
        return documents.stream()
                .map(d -> d.stream().value().substring("case-".length()))
                .toList();
    }
}
