package casetrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What an import came to, read from the log itself.
 *
 * @param cases each case's history: what happened, by whom, when in the field, and the step of the row that it was
 * @param acts the same, by case, for who looks at the actors
 * @param introduced the position at which somebody was granted a role, by {@link Actor}
 * @param numberBlocks how often a process took a block of case numbers
 */
record ImportedLog(
        Map<String, List<String>> cases,
        Map<String, List<Act>> acts,
        Map<Actor, Long> introduced,
        long numberBlocks,
        long end) {

    private static final int PAGE = 5_000;

    /** Somebody in a role, for a unit or none (blank). */
    record Actor(String person, String role, String unit) {

        static Actor of(JsonNode told, String person) {
            return new Actor(
                    person, told.path("role").asString(), told.path("unit").asString(""));
        }
    }

    /** What somebody did. */
    record Act(long position, String name, Actor actor, String channel, String assurance) {}

    static ImportedLog read(Client reader) throws IOException, InterruptedException {
        var cases = new TreeMap<String, List<String>>();
        var acts = new HashMap<String, List<Act>>();
        var introduced = new HashMap<Actor, Long>();
        long blocks = 0;
        long next = 0;
        for (boolean end = false; !end; ) {
            var answer = reader.get("/api/log?from=%d&limit=%d".formatted(next, PAGE));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            var lines = answer.lines();
            for (var line : lines.subList(0, lines.size() - 1)) {
                var name = line.path("name").asString();
                if (name.startsWith("case.")) {
                    var stream = line.path("stream").asString();
                    cases.computeIfAbsent(stream, anyName -> new ArrayList<>()).add(words(line));
                    acts.computeIfAbsent(stream, anyName -> new ArrayList<>()).add(act(line));
                } else if (name.equals("person.role-granted")) {
                    var granted = line.path("payload");
                    introduced.put(
                            Actor.of(granted, granted.path("person").asString()),
                            line.path("position").asLong());
                } else if (name.equals("numbers.block-taken")) {
                    blocks++;
                }
            }
            next = lines.getLast().path("next").asLong();
            end = lines.getLast().path("endOfLog").asBoolean();
        }
        return new ImportedLog(cases, acts, introduced, blocks, next);
    }

    /** Where the log would end if no process had taken more numbers than it used. */
    long endWithoutNumberBlocks() {
        return end - numberBlocks;
    }

    private static String words(JsonNode line) {
        var envelope = line.path("envelope");
        return "%s %s %s %s %s %s"
                .formatted(
                        line.path("name").asString(),
                        envelope.path("actor"),
                        envelope.path("occurredAt").asString(),
                        envelope.path("reason"),
                        envelope.path("flags"),
                        envelope.path("request").path("key").asString());
    }

    private static Act act(JsonNode line) {
        var envelope = line.path("envelope");
        return new Act(
                line.path("position").asLong(),
                line.path("name").asString(),
                Actor.of(
                        envelope.path("actor"),
                        envelope.path("actor").path("person").asString()),
                envelope.path("channel").asString(),
                envelope.path("assurance").asString());
    }
}
