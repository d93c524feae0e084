package casetrail.views.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.StreamId;
import casetrail.events.views.ViewName;
import casetrail.views.Document;
import casetrail.views.Shape;
import casetrail.views.ViewVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestsTest {

    private static final ViewVersion VERSION = new ViewVersion(new ViewName("requests"), 1);
    private static final Shape SHAPE = new Shape(VERSION.view(), Map.of(), List.of());

    private static List<Integer> sent(int documents, int bytes) {
        var sent = new SentCommands();
        try (var standIn = StandIn.alone();
                var client = sent.client(standIn.uri())) {
            var store = new MongoViewStore(client, "requests");
            store.create(VERSION, 1, SHAPE);
            var json = ("{\"a\":\"" + "x".repeat(bytes) + "\"}").getBytes(StandardCharsets.UTF_8);
            store.table(VERSION, SHAPE)
                    .fill(IntStream.range(0, documents)
                            .mapToObj(n -> new Document(new StreamId("case-" + n), 0, json, Map.of()))
                            .toList());
            return sent.of(Set.of("insert")).stream()
                    .filter(c -> c.getString("insert").getValue().startsWith("view_"))
                    .map(c -> c.getArray("documents").size())
                    .toList();
        }
    }

    @Test
    void no_request_has_more_documents_than_its_bound() {
        assertThat(sent(2_001, 1)).containsExactly(1_000, 1_000, 1);
    }

    @Test
    void no_request_has_more_bytes_than_its_bound() {
        assertThat(sent(5, 5 * 1024 * 1024)).containsExactly(3, 2);
        assertThat(sent(3, 16 * 1024 * 1024 - 200)).containsExactly(1, 1, 1);
    }
}
