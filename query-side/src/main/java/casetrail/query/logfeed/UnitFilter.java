package casetrail.query.logfeed;

import casetrail.events.UnitCode;
import casetrail.events.log.StoredEvent;
import casetrail.events.wire.EventJson;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Whether an event has to do with a unit: it was done for the unit (the envelope's actor), or its payload names the unit. The bytes are
 * searched first and parsed only where they hold the code; no event has to be known for it.
 */
final class UnitFilter {

    private final String unit;
    private final byte[] code;

    UnitFilter(UnitCode unit) {
        this.unit = unit.value();
        this.code = ("\"" + unit.value() + "\"").getBytes(StandardCharsets.UTF_8);
    }

    boolean passes(StoredEvent event) {
        return (holdsCode(event.envelope()) && names(event.envelope(), "actor"))
                || (holdsCode(event.payload()) && names(event.payload(), null));
    }

    /** Whether the object, or the object under its member {@code inside}, has a member {@code unit} with the code. */
    private boolean names(byte[] json, @Nullable String inside) {
        try (JsonParser parser = EventJson.MAPPER.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var member = parser.currentName();
                var value = parser.nextToken();
                if (inside != null && member.equals(inside) && value == JsonToken.START_OBJECT) {
                    return hasUnit(parser);
                }
                if (inside == null && member.equals("unit") && value == JsonToken.VALUE_STRING) {
                    return parser.getString().equals(unit);
                }
                parser.skipChildren();
            }
            return false;
        }
    }

    private boolean hasUnit(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var member = parser.currentName();
            if (parser.nextToken() == JsonToken.VALUE_STRING && member.equals("unit")) {
                return parser.getString().equals(unit);
            }
            parser.skipChildren();
        }
        return false;
    }

    private boolean holdsCode(byte[] bytes) {
        byte first = code[0];
        int last = bytes.length - code.length;
        for (int i = 0; i <= last; i++) {
            if (bytes[i] == first && matchesAt(bytes, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean matchesAt(byte[] bytes, int at) {
        for (int k = 1; k < code.length; k++) {
            if (bytes[at + k] != code[k]) {
                return false;
            }
        }
        return true;
    }
}
