package casetrail.events.wire;

import com.fasterxml.jackson.annotation.JsonValue;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Makes the JSON Schema of a stored record from the record itself. */
final class EventSchemas {

    private final SchemaGenerator generator;

    EventSchemas() {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonSchemaModule(JacksonOption.RESPECT_JSONPROPERTY_ORDER))
                .with(
                        Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                        Option.FLATTENED_ENUMS,
                        Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
                .without(Option.NULLABLE_FIELDS_BY_DEFAULT);
        config.forFields().withRequiredCheck(field -> !mayBeAbsent(field)).withNullableCheck(field -> false);
        config.forTypesInGeneral()
                .withCustomDefinitionProvider((type, context) -> named(type.getErasedType(), context));
        config.forTypesInGeneral().withPropertySorter((unused, unusedToo) -> 0); // declared order, as it is stored
        generator = new SchemaGenerator(config.build());
    }

    ObjectNode of(String id, String title, Class<?> record) {
        var schema = generator.generateSchema(record);
        schema.put("$id", id);
        schema.put("title", title);
        return schema;
    }

    private static boolean mayBeAbsent(FieldScope field) {
        var type = field.getRawMember().getAnnotatedType();
        boolean collection = java.util.Collection.class.isAssignableFrom(
                        field.getRawMember().getType())
                || java.util.Map.class.isAssignableFrom(field.getRawMember().getType());
        boolean leftOutWhenEmpty = field.getRawMember().getDeclaringClass() == casetrail.events.Envelope.class;
        return type.isAnnotationPresent(Nullable.class) || (collection && leftOutWhenEmpty);
    }

    /** A record with one {@code @JsonValue} component is a string of its form. */
    private static @Nullable CustomDefinition named(Class<?> type, SchemaGenerationContext context) {
        boolean isText = type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(c -> c.getAccessor().isAnnotationPresent(JsonValue.class));
        if (!isText) {
            return null;
        }
        var node = context.getGeneratorConfig().createObjectNode().put("type", "string");
        try {
            var form = type.getDeclaredField("FORM");
            form.setAccessible(true);
            node.put("pattern", "^" + form.get(null) + "$");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " has no FORM", e);
        }
        return new CustomDefinition(node, DefinitionType.INLINE, AttributeInclusion.YES);
    }
}
