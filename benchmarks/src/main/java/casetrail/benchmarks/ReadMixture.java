package casetrail.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a supervisor looks at, one question after the other, again and again. For one thread. */
final class ReadMixture {

    private static final Pattern ID = Pattern.compile("\"id\":\"(case-[0-9A-Z]{26})\"");
    private static final Pattern CASES = Pattern.compile("\"cases\":(\\d+)");
    private static final int PAGE = 50;

    private final Line line;
    private final String token;
    private final ReadTally tally;
    private final Registered registered;
    private final List<Runnable> questions;
    private int next;

    /** @param first with which question it begins, so that not all ask the same at once */
    ReadMixture(Line line, String token, int first, ReadTally tally, Registered registered) {
        this.line = line;
        this.token = token;
        this.next = first;
        this.tally = tally;
        this.registered = registered;
        this.questions = List.of(
                this::newest,
                () -> read("closed cases", "/api/cases?state=CLOSED&limit=" + PAGE),
                () -> read("next due", "/api/cases?sort=due&overdue=true&limit=" + PAGE),
                () -> read("text search", "/api/cases?text=dead%20animal&limit=" + PAGE),
                this::counts,
                this::countsOfWhatIsKnown,
                () -> read("worklists", "/api/worklists"),
                this::oneCase,
                () -> read("views", "/api/views"));
    }

    void once() {
        questions.get(Math.floorMod(next++, questions.size())).run();
    }

    private void read(String what, String path) {
        tally.read(what, () -> bad(line.get(path, token)));
    }

    private void newest() {
        tally.read("newest cases", () -> {
            var answer = line.get("/api/cases?limit=" + PAGE, token);
            var ids = ID.matcher(answer.body());
            int found = 0;
            while (ids.find()) {
                found++;
            }
            return answer.status() == 200 && found < PAGE ? "%d cases only".formatted(found) : bad(answer);
        });
    }

    /** Of those that were registered: the sealed words of a case that was copied by {@link ManyCases} are under another's key. */
    private void oneCase() {
        var id = registered.last();
        if (id.isEmpty()) {
            newest();
            return;
        }
        tally.read("one case", () -> {
            var answer = line.get("/api/cases/" + id, token);
            return answer.status() == 200 && !answer.body().contains(id) ? "another case" : bad(answer);
        });
    }

    /** Nobody takes a case away. An answer may have been found a while ago, but not before all of this began. */
    private void counts() {
        tally.read("counts", () -> fewer(line.get("/api/counts?by=state", token), registered.before()));
    }

    private void countsOfWhatIsKnown() {
        tally.read("counts at least as of the last acknowledged case", () -> {
            var known = registered.known();
            var answer = line.get("/api/counts?by=state&at-least-position=" + known.position(), token);
            return fewer(answer, known.cases());
        });
    }

    private static String fewer(HttpConnection.Answer answer, long than) {
        return answer.status() == 200 && cases(answer) < than
                ? "%d cases, and there were %d already".formatted(cases(answer), than)
                : bad(answer);
    }

    /** How many cases an answer with counts tells of; -1 if it tells nothing. */
    static long cases(HttpConnection.Answer answer) {
        Matcher cases = CASES.matcher(answer.body());
        return cases.find() ? Long.parseLong(cases.group(1)) : -1;
    }

    /** What is wrong with an answer that should be 200; empty if it is. */
    static String bad(HttpConnection.Answer answer) {
        return answer.status() == 200 ? "" : "%d %s".formatted(answer.status(), answer.body());
    }

    /** Finds every id in a list of cases. */
    static Matcher ids(HttpConnection.Answer answer) throws IOException {
        if (answer.status() != 200) {
            throw new IOException(bad(answer));
        }
        return ID.matcher(answer.body());
    }
}
