package casetrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The log as an auditor reads it, every stream of it, checked for gaps while it was read. */
record WholeLog(List<JsonNode> events, Map<String, List<JsonNode>> streams) {

    static WholeLog read(Client auditor) throws IOException, InterruptedException {
        var answer = auditor.get("/api/log?from=0&include=access");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var events = new ArrayList<JsonNode>();
        var streams = new HashMap<String, List<JsonNode>>();
        for (var line : answer.lines()) {
            if (line.has("position")) {
                assertThat(line.path("position").asLong()).isEqualTo(events.size());
                events.add(line);
                streams.computeIfAbsent(line.path("stream").asString(), name -> new ArrayList<>())
                        .add(line);
            }
        }
        streams.forEach((name, stream) -> {
            for (int i = 0; i < stream.size(); i++) {
                assertThat(stream.get(i).path("sequence").asLong()).as(name).isEqualTo(i);
            }
        });
        return new WholeLog(events, streams);
    }

    List<JsonNode> stream(String name) {
        return streams.getOrDefault(name, List.of());
    }
}
