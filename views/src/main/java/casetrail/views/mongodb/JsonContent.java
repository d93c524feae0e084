package casetrail.views.mongodb;

import casetrail.events.wire.EventJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The JSON of a document as BSON, so that people can look at it with MongoDB's own tools.
 *
 * <p>Objects, arrays, texts, truth values, nothing and whole numbers of 64 bits come back as they were, in the same order. A document
 * that has anything else in it, which MongoDB might change or refuse, is kept as one text: a name that is empty, begins with a dollar sign or has a
 * dot or NUL in it, half a surrogate pair, a fraction, a greater number, more nesting than {@link #DEPTH_MAX}, or a value that is no
 * object.
 */
final class JsonContent {

    /** MongoDB nests up to 100 levels, those around the content included. */
    static final int DEPTH_MAX = 90;

    private JsonContent() {}

    /** Writes the content as the value of a name. */
    static void write(BsonBinaryWriter writer, String name, byte[] json) {
        writer.mark();
        writer.writeName(name);
        try (var parser = EventJson.MAPPER.createParser(json)) {
            if (parser.nextToken() == JsonToken.START_OBJECT && copied(parser, writer, 1)) {
                return;
            }
        }
        writer.reset();
        writer.writeString(name, new String(json, StandardCharsets.UTF_8));
    }

    /** The content again, in the bytes that {@link EventJson} would write. */
    static byte[] read(BsonValue content) {
        if (content.isString()) {
            return content.asString().getValue().getBytes(StandardCharsets.UTF_8);
        }
        var out = new ByteArrayOutputStream();
        try (var generator = EventJson.MAPPER.createGenerator(out);
                var reader = new BsonBinaryReader(
                        ((RawBsonDocument) content).getByteBuffer().asNIO())) {
            copyDocument(reader, generator);
        }
        return out.toByteArray();
    }

    /** Copies the value at which the parser stands; false as soon as something is met that BSON does not surely keep. */
    private static boolean copied(JsonParser parser, BsonBinaryWriter writer, int depth) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> depth <= DEPTH_MAX && objectCopied(parser, writer, depth);
            case START_ARRAY -> depth <= DEPTH_MAX && arrayCopied(parser, writer, depth);
            case VALUE_STRING -> textCopied(parser.getString(), writer);
            case VALUE_NUMBER_INT -> numberCopied(parser, writer);
            case VALUE_TRUE, VALUE_FALSE -> {
                writer.writeBoolean(parser.getBooleanValue());
                yield true;
            }
            case VALUE_NULL -> {
                writer.writeNull();
                yield true;
            }
            case VALUE_NUMBER_FLOAT, VALUE_EMBEDDED_OBJECT, END_ARRAY, END_OBJECT, NOT_AVAILABLE, PROPERTY_NAME ->
                false;
        };
    }

    private static boolean objectCopied(JsonParser parser, BsonBinaryWriter writer, int depth) {
        writer.writeStartDocument();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            if (!isSafe(name)) {
                return false;
            }
            writer.writeName(name);
            parser.nextToken();
            if (!copied(parser, writer, depth + 1)) {
                return false;
            }
        }
        writer.writeEndDocument();
        return true;
    }

    private static boolean arrayCopied(JsonParser parser, BsonBinaryWriter writer, int depth) {
        writer.writeStartArray();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (!copied(parser, writer, depth + 1)) {
                return false;
            }
        }
        writer.writeEndArray();
        return true;
    }

    private static boolean textCopied(String text, BsonBinaryWriter writer) {
        if (!isWhole(text)) {
            return false;
        }
        writer.writeString(text);
        return true;
    }

    private static boolean numberCopied(JsonParser parser, BsonBinaryWriter writer) {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            return false;
        }
        writer.writeInt64(parser.getLongValue());
        return true;
    }

    private static boolean isSafe(String name) {
        return !name.isEmpty()
                && name.charAt(0) != '$'
                && name.indexOf('.') < 0
                && name.indexOf('\0') < 0
                && isWhole(name);
    }

    private static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static void copyDocument(BsonReader reader, JsonGenerator generator) {
        generator.writeStartObject();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            generator.writeName(reader.readName());
            copyValue(reader, generator);
        }
        reader.readEndDocument();
        generator.writeEndObject();
    }

    private static void copyValue(BsonReader reader, JsonGenerator generator) {
        switch (reader.getCurrentBsonType()) {
            case DOCUMENT -> copyDocument(reader, generator);
            case ARRAY -> copyArray(reader, generator);
            case STRING -> generator.writeString(reader.readString());
            case INT64 -> generator.writeNumber(reader.readInt64());
            case BOOLEAN -> generator.writeBoolean(reader.readBoolean());
            case NULL -> {
                reader.readNull();
                generator.writeNull();
            }
            default ->
                throw new IllegalStateException("a document of a view holds a %s, which nobody here writes"
                        .formatted(reader.getCurrentBsonType()));
        }
    }

    private static void copyArray(BsonReader reader, JsonGenerator generator) {
        generator.writeStartArray();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            copyValue(reader, generator);
        }
        reader.readEndArray();
        generator.writeEndArray();
    }
}
