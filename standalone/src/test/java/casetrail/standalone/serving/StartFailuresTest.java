package casetrail.standalone.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import casetrail.edge.engine.EngineProperties;
import casetrail.edge.state.StateUnavailable;
import casetrail.views.store.ViewsUnavailable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StartFailuresTest {

    @Test
    void a_setting_that_cannot_be_so_is_named_and_its_value_is_not_told() {
        var binder = new Binder(new MapConfigurationPropertySource(Map.of("casetrail.view-store", "secret")));
        var failure = catchThrowable(() -> binder.bindOrCreate("casetrail", EngineProperties.class));

        assertThat(StartFailures.known(new IllegalStateException("no bean", failure)))
                .hasValue("the setting casetrail.view-store has a value that it cannot have");
    }

    @Test
    void an_engine_that_does_not_answer_is_said_to_do_so() {
        assertThat(StartFailures.known(new IllegalStateException(
                        new StateUnavailable("the MongoDB does not answer", new Throwable()))))
                .hasValue("the MongoDB does not answer");
        assertThat(StartFailures.known(new ViewsUnavailable("the views do not answer")))
                .hasValue("the views do not answer");
    }

    @Test
    void a_defect_is_not_known() {
        assertThat(StartFailures.known(new IllegalStateException("a defect"))).isEmpty();
    }
}
