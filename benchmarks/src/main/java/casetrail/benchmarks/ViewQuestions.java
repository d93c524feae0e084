package casetrail.benchmarks;

import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.query.asking.RecentAnswers;
import casetrail.query.caselist.CaseList;
import casetrail.views.Condition;
import casetrail.views.Order;
import casetrail.views.Question;
import casetrail.views.Scope;
import casetrail.views.ViewReader;
import casetrail.views.store.ViewTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.HdrHistogram.ConcurrentHistogram;

/** The questions of a working day, asked by many at once. */
final class ViewQuestions {

    /** How many ask at once. */
    static final int USERS = 16;

    private static final int PAGE = 50;
    private static final Scope SUPERVISOR = new Scope(
            new PersonId("person-benchmark"), List.of(new Scope.Standing(Role.SUPERVISOR, null)), "benchmark");

    private final ViewReader<?> reader;
    private final RecentAnswers<Object> recent = new RecentAnswers<>();
    private final Duration measured;

    ViewQuestions(ViewTable table, Duration measured) {
        this.reader = new ViewReader<>(CaseList.CASES, () -> table);
        this.measured = measured;
    }

    /** What one question came to. */
    record Answered(String what, double perSecond, double p50Millis, double p99Millis) {}

    List<Answered> measured() throws Exception {
        var unit = reader.counts(SUPERVISOR, Condition.everything(), "unit", 3);
        var someUnit = unit.isEmpty() ? "NONE" : unit.getLast().value();
        var questions = new LinkedHashMap<String, Callable<?>>();
        questions.put("newest changes", () -> page(Condition.everything(), Order.down("updated")));
        questions.put("next due", () -> page(Condition.everything(), Order.up("due")));
        questions.put(
                "closed cases of one unit, newest changes",
                () -> page(Condition.is("state", "CLOSED").and(Condition.is("unit", someUnit)), Order.down("updated")));
        questions.put(
                "text search, newest changes",
                () -> page(new Condition.HasAll("text", Set.of("dead", "animal")), Order.down("updated")));
        Callable<?> byState = () -> reader.counts(SUPERVISOR, Condition.everything(), "state", 20);
        Callable<?> openByUnit = () -> reader.counts(
                SUPERVISOR, new Condition.Is("state", Set.of("FILED", "DISPATCHED", "IN_PROGRESS")), "unit", 20);
        questions.put("counts by state, each time anew", byState);
        questions.put("counts by state, kept as `/api/counts` keeps them", kept(byState));
        questions.put("counts by unit of open cases, each time anew", openByUnit);
        questions.put("counts by unit of open cases, kept as `/api/counts` keeps them", kept(openByUnit));
        var answered = new ArrayList<Answered>();
        for (Map.Entry<String, Callable<?>> question : questions.entrySet()) {
            ask(question.getValue(), measured.dividedBy(4));
            answered.add(told(question.getKey(), ask(question.getValue(), measured)));
        }
        return answered;
    }

    private Callable<?> kept(Callable<?> count) {
        return () -> recent.of(count, null, () -> {
            try {
                return count.call();
            } catch (Exception e) {
                throw new IllegalStateException("nothing was counted", e);
            }
        });
    }

    private List<?> page(Condition where, Order order) {
        return reader.find(SUPERVISOR, new Question(where, order, null, PAGE));
    }

    private Answered told(String what, ConcurrentHistogram micros) {
        return new Answered(
                what,
                micros.getTotalCount() / (measured.toNanos() / 1e9),
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3);
    }

    private static ConcurrentHistogram ask(Callable<?> question, Duration time) throws Exception {
        var micros = new ConcurrentHistogram(3);
        long until = System.nanoTime() + time.toNanos();
        try (var users = Executors.newFixedThreadPool(USERS)) {
            var asking = new ArrayList<Callable<Void>>();
            for (int user = 0; user < USERS; user++) {
                asking.add(() -> {
                    do {
                        long begin = System.nanoTime();
                        question.call();
                        micros.recordValue((System.nanoTime() - begin) / 1_000);
                    } while (System.nanoTime() < until);
                    return null;
                });
            }
            for (var done : users.invokeAll(asking)) {
                done.get();
            }
        }
        return micros;
    }
}
