package casetrail.views.rebuild;

import casetrail.events.StreamId;
import casetrail.events.wire.EventJson;
import casetrail.views.After;
import casetrail.views.Condition;
import casetrail.views.Document;
import casetrail.views.Order;
import casetrail.views.Question;
import casetrail.views.store.ViewTable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Compares all documents of two versions while both follow the log. Documents that are not folded up to the same event are looked at
 * again, until they are or {@link #ROUNDS} are over.
 */
public final class Equivalence {

    /** How often what is still moving is looked at again. */
    static final int ROUNDS = 20;

    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(250);

    /** How many documents that move are remembered to be looked at again; what is beyond is unsettled. */
    static final int MOVING_MAX = 50_000;

    private static final int LOADED_AT_ONCE = 1_000;

    private final ViewTable from;
    private final ViewTable to;
    private final List<StreamId> moving = new ArrayList<>();
    private final List<EquivalenceReport.Sample> samples = new ArrayList<>();
    private long compared;
    private long same;
    private long differing;
    private long onlyInFrom;
    private long onlyInTo;
    private long unsettled;

    private Equivalence(ViewTable from, ViewTable to) {
        this.from = from;
        this.to = to;
    }

    /** Compares the documents of two versions. */
    public static EquivalenceReport between(
            int fromNumber, ViewTable from, int toNumber, ViewTable to, InstantSource clock)
            throws InterruptedException {
        var e = new Equivalence(from, to);
        e.walk();
        e.settle();
        return new EquivalenceReport(
                fromNumber,
                toNumber,
                clock.instant(),
                e.compared,
                e.same,
                e.differing,
                e.onlyInFrom,
                e.onlyInTo,
                e.unsettled,
                e.samples);
    }

    private void walk() {
        var left = new Walk(from);
        var right = new Walk(to);
        while (left.head() != null || right.head() != null) {
            var a = left.head();
            var b = right.head();
            int order = a == null
                    ? 1
                    : b == null ? -1 : a.stream().value().compareTo(b.stream().value());
            if (order <= 0) {
                left.next();
            }
            if (order >= 0) {
                right.next();
            }
            compared++;
            look(order <= 0 ? a : null, order >= 0 ? b : null, false);
        }
    }

    private void settle() throws InterruptedException {
        for (int round = 1; round <= ROUNDS && !moving.isEmpty(); round++) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_ROUNDS.toMillis());
            var again = List.copyOf(moving);
            moving.clear();
            for (int i = 0; i < again.size(); i += LOADED_AT_ONCE) {
                var streams = again.subList(i, Math.min(again.size(), i + LOADED_AT_ONCE));
                var left = from.load(streams);
                var right = to.load(streams);
                for (var stream : streams) {
                    look(left.get(stream), right.get(stream), round == ROUNDS);
                }
            }
        }
    }

    private void look(@Nullable Document a, @Nullable Document b, boolean lastTime) {
        var stream = a != null ? a.stream() : b != null ? b.stream() : null;
        if (stream == null) {
            same++;
        } else if (a != null && b != null && a.version() == b.version()) {
            var differences =
                    JsonDifferences.between(EventJson.MAPPER.readTree(a.json()), EventJson.MAPPER.readTree(b.json()));
            if (differences.isEmpty()) {
                same++;
            } else {
                differing++;
                sample(stream, differences);
            }
        } else if (!lastTime) {
            if (moving.size() < MOVING_MAX) {
                moving.add(stream);
            } else {
                unsettled++;
            }
        } else if (a == null) {
            onlyInTo++;
            sample(stream, List.of(new EquivalenceReport.Difference("", null, "version " + version(b))));
        } else if (b == null) {
            onlyInFrom++;
            sample(stream, List.of(new EquivalenceReport.Difference("", "version " + version(a), null)));
        } else {
            unsettled++;
            sample(
                    stream,
                    List.of(new EquivalenceReport.Difference("", "version " + version(a), "version " + version(b))));
        }
    }

    private static long version(@Nullable Document document) {
        return document == null ? -1 : document.version();
    }

    private void sample(StreamId stream, List<EquivalenceReport.Difference> differences) {
        if (samples.size() < EquivalenceReport.SAMPLES_MAX) {
            samples.add(new EquivalenceReport.Sample(stream, differences));
        }
    }

    /** All documents of a version in the order of their streams, a page at a time. */
    private static final class Walk {
        private final ViewTable table;
        private Iterator<Document> page = List.<Document>of().iterator();
        private @Nullable Document head;
        private boolean ended;

        Walk(ViewTable table) {
            this.table = table;
            next();
        }

        @Nullable
        Document head() {
            return head;
        }

        void next() {
            if (ended) {
                throw new NoSuchElementException();
            }
            if (!page.hasNext()) {
                var after = head == null ? null : new After(null, head.stream());
                page = table.find(new Question(Condition.everything(), Order.BY_STREAM, after, Question.LIMIT_MAX))
                        .iterator();
            }
            ended = !page.hasNext();
            head = ended ? null : page.next();
        }
    }
}
