package casetrail.views.mongodb;

import casetrail.events.StreamId;
import casetrail.views.Document;
import casetrail.views.Value;
import java.util.Map;
import java.util.Objects;
import org.bson.BsonBinaryWriter;
import org.bson.RawBsonDocument;
import org.bson.io.BasicOutputBuffer;

/** The form of a document of a view in MongoDB: {@code {_id: stream, version, f: {declared fields}, doc: content}}. */
final class StoredDocument {

    static final String ID = "_id";
    static final String VERSION = "version";
    static final String FIELDS = "f";
    static final String CONTENT = "doc";

    /** What MongoDB holds at most, in bytes of BSON. */
    static final int BYTES_MAX = 16 * 1024 * 1024;

    private StoredDocument() {}

    /** Where a declared field stands. */
    static String path(String field) {
        return FIELDS + "." + field;
    }

    /** @throws IllegalStateException if it is greater than MongoDB holds */
    static RawBsonDocument of(Document document) {
        try (var buffer = new BasicOutputBuffer();
                var writer = new BsonBinaryWriter(buffer)) {
            writer.writeStartDocument();
            writer.writeString(ID, document.stream().value());
            writer.writeInt64(VERSION, document.version());
            writer.writeStartDocument(FIELDS);
            document.values().forEach((field, value) -> write(writer, field, value));
            writer.writeEndDocument();
            JsonContent.write(writer, CONTENT, document.json());
            writer.writeEndDocument();
            if (buffer.getSize() > BYTES_MAX) {
                throw new IllegalStateException("the document of %s has %d bytes; MongoDB holds at most %d"
                        .formatted(document.stream(), buffer.getSize(), BYTES_MAX));
            }
            return new RawBsonDocument(buffer.toByteArray());
        }
    }

    /** The document again, without the fields: they are in the content too. */
    static Document read(RawBsonDocument stored) {
        return new Document(
                new StreamId(stored.getString(ID).getValue()),
                stored.getInt64(VERSION).getValue(),
                JsonContent.read(Objects.requireNonNull(stored.get(CONTENT))),
                Map.of());
    }

    /** How many bytes it takes in a request. */
    static int size(RawBsonDocument stored) {
        return stored.getByteBuffer().remaining();
    }

    private static void write(BsonBinaryWriter writer, String field, Value value) {
        switch (value) {
            case Value.Term(var text) -> writer.writeString(field, text);
            case Value.Whole(var number) -> writer.writeInt64(field, number);
            case Value.Terms(var texts) -> {
                writer.writeStartArray(field);
                texts.forEach(writer::writeString);
                writer.writeEndArray();
            }
        }
    }
}
