package casetrail.command.cases.http;

import casetrail.command.cases.http.Shape.Field;
import casetrail.events.Channel;
import casetrail.events.GridCode;
import casetrail.events.PersonId;
import casetrail.events.Sha256;
import casetrail.events.StreamId;
import casetrail.events.UnitCode;
import casetrail.events.cases.CaseId;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Describes request records for the API document, by the same {@link Shape} that reads them. */
final class RequestSchemas {

    /** What identifiers look like; a test holds these against the types. */
    static final Map<Class<?>, String> PATTERNS = Map.of(
            PersonId.class, "^person-[0-9a-z][0-9a-z-]{0,39}$",
            CaseId.class, "^case-[0-9A-HJKMNP-TV-Z]{26}$",
            UnitCode.class, "^[A-Z0-9][A-Z0-9._-]{0,39}$",
            GridCode.class, "^[0-9A-Z][0-9A-Za-z._-]{0,39}$",
            Sha256.class, "^[0-9a-f]{64}$",
            StreamId.class, "^[a-z]{2,16}-[0-9A-Za-z._-]{1,79}$");

    private final Components components;

    RequestSchemas(Components components) {
        this.components = components;
    }

    /** One object with the fields of all these records; {@code required} names fields that this command needs besides. */
    Schema<?> together(List<Class<? extends Record>> types, List<String> required) {
        var object = typed("object");
        var needed = new ArrayList<String>();
        for (var type : types) {
            for (var field : Shape.of(type).fields()) {
                object.addProperty(field.name(), field(field));
                if (field.required() || required.contains(field.name())) {
                    needed.add(field.name());
                }
            }
        }
        object.setRequired(needed.isEmpty() ? null : needed);
        object.setAdditionalProperties(false);
        return object;
    }

    private Schema<?> field(Field field) {
        if (!field.list()) {
            return value(field);
        }
        var list = typed("array");
        list.setItems(value(field));
        list.setMaxItems(field.max());
        return list;
    }

    private Schema<?> value(Field field) {
        var type = field.type();
        if (type == boolean.class || type == Boolean.class) {
            return typed("boolean");
        }
        if (type == int.class || type == Long.class) {
            return between(typed("integer"), field);
        }
        if (type == BigDecimal.class) {
            return between(typed("number"), field);
        }
        if (type == Instant.class) {
            var moment = typed("string");
            moment.setFormat("date-time");
            return moment;
        }
        if (type.isEnum()) {
            var constant = typed("string");
            Arrays.stream(type.getEnumConstants())
                    .filter(c -> !(c instanceof Channel channel) || AskReading.CHANNELS.contains(channel))
                    .forEach(c -> constant.addEnumItemObject(c.toString()));
            return constant;
        }
        if (Shape.isIdentifier(type)) {
            var identifier = typed("string");
            identifier.setPattern(PATTERNS.get(type));
            return identifier;
        }
        return type.isRecord() ? named(type.asSubclass(Record.class)) : text(field);
    }

    private static Schema<Object> text(Field field) {
        if (field.type() != String.class) {
            return new Schema<>(SpecVersion.V31); // any JSON
        }
        var text = typed("string");
        text.setMinLength(field.min());
        text.setMaxLength(field.max());
        return text;
    }

    private Schema<?> named(Class<? extends Record> type) {
        var name = type.getSimpleName();
        if (components.getSchemas() == null || !components.getSchemas().containsKey(name)) {
            components.addSchemas(name, together(List.of(type), List.of()));
        }
        return reference(name);
    }

    static Schema<Object> reference(String name) {
        var reference = new Schema<Object>(SpecVersion.V31);
        reference.set$ref("#/components/schemas/" + name);
        return reference;
    }

    static Schema<Object> typed(String type) {
        var schema = new Schema<Object>(SpecVersion.V31);
        schema.setType(type);
        schema.addType(type);
        return schema;
    }

    private static Schema<Object> between(Schema<Object> number, Field field) {
        number.setMinimum(BigDecimal.valueOf(field.min()));
        number.setMaximum(BigDecimal.valueOf(field.max()));
        return number;
    }
}
