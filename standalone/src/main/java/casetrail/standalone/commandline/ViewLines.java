package casetrail.standalone.commandline;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the server tells of views, as lines. */
final class ViewLines {

    private ViewLines() {}

    /** A line for each version of each view. */
    static List<String> of(JsonNode views) {
        var lines = new ArrayList<String>();
        for (var view : views.path("views")) {
            for (var version : view.path("versions")) {
                lines.add("%s/%d %s".formatted(view.path("view").asString(), number(version), state(view, version)));
            }
            if (view.path("asksForRebuild").asBoolean()) {
                lines.add("%s was folded by an older program and stands still: ./casetrail rebuild %s"
                        .formatted(
                                view.path("view").asString(), view.path("view").asString()));
            }
        }
        return lines;
    }

    /** How far a building is. */
    static String progress(JsonNode building) {
        var left = building.path("secondsLeft");
        return "%,d of %,d positions, %,d events/s%s"
                .formatted(
                        building.path("next").asLong(),
                        building.path("end").asLong(),
                        building.path("eventsPerSecond").asLong(),
                        left.isNumber() ? ", %,d s left".formatted(left.asLong()) : "");
    }

    /** A report, with samples of what differs. */
    static List<String> report(JsonNode report) {
        var lines = new ArrayList<String>();
        lines.add(
                "%,d documents compared with version %d: %,d the same, %,d differ, %,d only there, %,d only here, %,d unsettled"
                        .formatted(
                                report.path("compared").asLong(),
                                report.path("from").asInt(),
                                report.path("same").asLong(),
                                report.path("differing").asLong(),
                                report.path("onlyInFrom").asLong(),
                                report.path("onlyInTo").asLong(),
                                report.path("unsettled").asLong()));
        for (var sample : report.path("samples")) {
            for (var field : sample.path("fields")) {
                lines.add("  %s %s: %s -> %s"
                        .formatted(
                                sample.path("stream").asString(),
                                field.path("pointer").asString(),
                                shown(field.path("before")),
                                shown(field.path("after"))));
            }
        }
        return lines;
    }

    private static String shown(JsonNode value) {
        return value.isString() ? value.asString() : "nothing";
    }

    private static int number(JsonNode version) {
        return version.path("number").asInt();
    }

    private static String state(JsonNode view, JsonNode version) {
        var words = new ArrayList<String>();
        words.add(view.path("active").asInt() == number(version) ? "read" : "beside");
        if (version.path("phase").asString().equals("BUILDING")) {
            var building = version.path("building");
            words.add("being built" + (building.isObject() ? ": " + progress(building) : ""));
        } else {
            words.add("lag %,d".formatted(version.path("lag").asLong()));
        }
        long parked = version.path("parkedStreams").asLong();
        if (parked > 0) {
            words.add("%,d parked streams".formatted(parked));
        }
        if (version.path("stoppedBy").isString()) {
            words.add("stopped by " + version.path("stoppedBy").asString());
        }
        return String.join(", ", words);
    }
}
