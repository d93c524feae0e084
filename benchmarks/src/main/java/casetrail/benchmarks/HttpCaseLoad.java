package casetrail.benchmarks;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The same cases as {@link CaseLoad}, over HTTP, each step by somebody of the right role with a token. */
final class HttpCaseLoad implements Load.Client {

    private static final String CLASS = "{\"majorClass\":\"02\",\"subclass\":\"0203\"}";
    private static final String REPORT = """
            {"source":"COLLECTOR","kind":"EVENT","classification":%s,"publicText":"Two street lights are out",
             "description":"Dark since Tuesday","location":{"address":"12 Lake Street"}}""".formatted(CLASS);
    private static final String FILING =
            "{\"classification\":%s,\"standard\":{\"catalogue\":\"benchmark\",\"version\":\"1\",\"row\":\"0203-1\"}}"
                    .formatted(CLASS);

    private final HttpConnection connection;
    private final ServerProcess.Staff staff;
    private final String client;
    private int step;
    private String current = "";
    private String version = "";

    HttpCaseLoad(HttpConnection connection, ServerProcess.Staff staff, String client) {
        this.connection = connection;
        this.staff = staff;
        this.client = client;
    }

    @Override
    public void once() throws IOException {
        int at = step++ % CaseLoad.COMMANDS_PER_CASE;
        switch (at) {
            case 0 -> {
                var answer = post("/api/cases", staff.gridMember(), REPORT, "");
                current = between(answer, "\"id\":\"", '"');
            }
            case 1 -> follow("file-case", staff.acceptor(), FILING);
            case 2 -> follow("dispatch-case", staff.dispatcher(), "{\"unit\":\"%s\"}".formatted(staff.unit()));
            case 3 -> follow("accept-assignment", staff.lead(), "{}");
            default -> follow("record-progress", staff.lead(), "{\"note\":\"Parts are ordered\"}");
        }
    }

    private void follow(String command, String token, String body) throws IOException {
        post("/api/cases/%s/%s".formatted(current, command), token, body, version);
    }

    private String post(String path, String token, String body, String seen) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Idempotency-Key", client + "-" + step);
        if (!seen.isEmpty()) {
            headers.put("If-Match", '"' + seen + '"');
        }
        var answer = connection.post(path, token, headers, body);
        if (answer.status() / 100 != 2) {
            throw new IOException("%s was answered with %d: %s".formatted(path, answer.status(), answer.body()));
        }
        version = between(answer.body(), "\"version\":", ',');
        return answer.body();
    }

    private static String between(String text, String before, char after) {
        int begin = text.indexOf(before) + before.length();
        return text.substring(begin, text.indexOf(after, begin));
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
