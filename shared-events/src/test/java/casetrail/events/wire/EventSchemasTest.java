package casetrail.events.wire;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.Envelope;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The schemas are made from the records, checked in, and true of the goldens. */
class EventSchemasTest {

    private static final Path SCHEMAS = Checked.module("src/main/resources/casetrail/schemas");
    private static final Path GOLDENS = Checked.module("src/test/resources/goldens");
    private static final EventSchemas MADE = new EventSchemas();

    @Test
    void every_event_has_its_schema_and_the_golden_fits_it() throws IOException {
        for (var type : EventNames.CATALOGUE.types()) {
            var stored = type.stored();
            check("%s.%d".formatted(stored.name(), stored.revision()), stored.toString(), type.record());
        }
    }

    @Test
    void the_envelope_has_its_schema_and_the_golden_fits_it() throws IOException {
        check("envelope.1", "envelope", Envelope.class);
    }

    @Test
    void a_schema_refuses_what_does_not_fit() throws IOException {
        var schema = Files.readString(SCHEMAS.resolve("case.merged.1.schema.json"));
        assertThat(faults(schema, "{\"caseId\":\"case-1\",\"parent\":\"case-1\"}"))
                .hasSize(2);
        assertThat(faults(schema, "{}")).hasSize(2);
    }

    private static void check(String name, String title, Class<?> record) throws IOException {
        ObjectNode made = MADE.of("urn:casetrail:schema:" + name, title, record);
        var text = made.toPrettyString().replace("\r\n", "\n") + "\n";
        Checked.isCheckedIn(SCHEMAS.resolve(name + ".schema.json"), text);
        assertThat(faults(text, Files.readString(GOLDENS.resolve(name + ".json"))))
                .as(name)
                .isEmpty();
    }

    private static List<String> faults(String schema, String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON)
                .validate(json, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }
}
