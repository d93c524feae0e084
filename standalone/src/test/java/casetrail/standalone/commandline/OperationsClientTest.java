package casetrail.standalone.commandline;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.standalone.directory.CannotStart;
import casetrail.standalone.serving.LocalAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;

class OperationsClientTest {

    @Test
    void what_cannot_be_a_name_names_nothing() {
        var client = new OperationsClient(new LocalAddress(URI.create("http://127.0.0.1:1"), 1, "token"));

        assertThatThrownBy(() -> client.get("/api/views/a view"))
                .isInstanceOf(CannotStart.class)
                .hasMessage("there is nothing named so: /api/views/a view");
    }
}
