package casetrail.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.edge.engine.EngineProperties;
import casetrail.edge.engine.EngineProperties.EventStore;
import casetrail.edge.engine.EngineProperties.ViewStore;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.yaml.snakeyaml.Yaml;

/** The settings in docker-compose.yml are settings that the code reads, under names that Spring Boot binds. */
class ComposeTest {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::([-?])([^}]*))?}");

    @Test
    void the_command_side_is_told_where_everything_is() {
        EngineProperties told = settingsOf("command-side", Map.of());

        assertThat(told.eventStore()).isEqualTo(EventStore.POSTGRES);
        assertThat(told.viewStore()).isEqualTo(ViewStore.POSTGRES);
        assertThat(told.dataDir()).isEqualTo(Path.of("/data"));
        assertThat(told.jdbc().url()).isEqualTo("jdbc:postgresql://postgres:5432/casetrail");
        assertThat(told.jdbc().ownerUser()).isEqualTo("casetrail_owner");
        assertThat(told.jdbc().ownerPassword()).isEqualTo("CASETRAIL_OWNER_PASSWORD");
        assertThat(told.jdbc().servingUser()).isEqualTo("casetrail_serving");
        assertThat(told.jdbc().servingPassword()).isEqualTo("CASETRAIL_SERVING_PASSWORD");
        assertThat(told.mongodb().uri()).startsWith("mongodb://mongodb:27017/casetrail");
        assertThat(told.axonServer().servers()).isEqualTo("axon-server:8124");
    }

    @Test
    void the_query_side_is_not_told_the_owners_password() {
        assertThat(settingsOf("query-side", Map.of()).jdbc().ownerPassword()).isNull();
        assertThat(settingsOf("query-side", Map.of()).jdbc().servingUser()).isEqualTo("casetrail_serving");
    }

    @Test
    void the_engines_are_chosen_by_two_variables() {
        EngineProperties told = settingsOf(
                "command-side", Map.of("CASETRAIL_EVENT_STORE", "axon-server", "CASETRAIL_VIEW_STORE", "mongodb"));

        assertThat(told.eventStore()).isEqualTo(EventStore.AXON_SERVER);
        assertThat(told.viewStore()).isEqualTo(ViewStore.MONGODB);
    }

    private static EngineProperties settingsOf(String service, Map<String, String> variables) {
        Map<?, ?> compose = new Yaml().load(Pages.read(Pages.checkout().resolve("docker-compose.yml")));
        var settings = new LinkedHashMap<String, Object>();
        child(child(child(compose, "services"), service), "environment")
                .forEach((name, value) -> settings.put(name.toString(), filled(value.toString(), variables)));
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, settings));
        return Binder.get(environment).bind("casetrail", EngineProperties.class).get();
    }

    private static Map<?, ?> child(Map<?, ?> parent, String name) {
        assertThat(parent.get(name)).as(name).isInstanceOf(Map.class);
        return (Map<?, ?>) parent.get(name);
    }

    /** A variable without a default stands for itself. */
    private static String filled(String value, Map<String, String> variables) {
        return VARIABLE.matcher(value).replaceAll(found -> {
            String other = "-".equals(found.group(2)) ? found.group(3) : found.group(1);
            return variables.getOrDefault(found.group(1), other);
        });
    }
}
