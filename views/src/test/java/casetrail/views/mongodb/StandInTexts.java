package casetrail.views.mongodb;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Gives the stand-in MongoDB's order of texts. It compares texts by their UTF-16 units, MongoDB by their UTF-8 bytes; inside the stand-in
 * every unit is moved so that the one order is the other.
 */
final class StandInTexts {

    private static final int SURROGATES = 0xD800;
    private static final int ABOVE_SURROGATES = 0xE000;
    private static final int MOVED_SURROGATES = 0xF800;
    private static final int SURROGATE_COUNT = ABOVE_SURROGATES - SURROGATES;
    private static final int ABOVE_COUNT = 0x10000 - ABOVE_SURROGATES;

    private StandInTexts() {}

    static Document inside(Document outside) {
        return document(outside, StandInTexts::moved);
    }

    static Document outside(Document inside) {
        return document(inside, StandInTexts::movedBack);
    }

    private static Document document(Document from, UnaryOperator<String> texts) {
        var to = new Document();
        from.forEach((name, value) -> to.put(name, value(value, texts)));
        return to;
    }

    private static @Nullable Object value(@Nullable Object from, UnaryOperator<String> texts) {
        return switch (from) {
            case String text -> texts.apply(text);
            case Document document -> document(document, texts);
            case Collection<?> values -> {
                var to = new ArrayList<Object>();
                values.forEach(v -> to.add(value(v, texts)));
                yield to;
            }
            case null -> null;
            default -> from;
        };
    }

    private static String moved(String text) {
        return units(text, c -> c >= ABOVE_SURROGATES ? c - SURROGATE_COUNT : c >= SURROGATES ? c + ABOVE_COUNT : c);
    }

    private static String movedBack(String text) {
        return units(text, c -> c >= MOVED_SURROGATES ? c - ABOVE_COUNT : c >= SURROGATES ? c + SURROGATE_COUNT : c);
    }

    private static String units(String text, IntUnaryOperator move) {
        var moved = new StringBuilder(text.length());
        text.chars().map(move).forEach(c -> moved.append((char) c));
        return moved.toString();
    }
}
