package casetrail.benchmarks;

import casetrail.events.wire.EventNames;
import casetrail.events.wire.StoredEvents;
import casetrail.ledger.PostgresLedger;
import casetrail.views.After;
import casetrail.views.Condition;
import casetrail.views.Document;
import casetrail.views.Order;
import casetrail.views.Question;
import casetrail.views.View;
import casetrail.views.ViewVersion;
import casetrail.views.feed.Feed;
import casetrail.views.feed.FeedTold;
import casetrail.views.feed.Membership;
import casetrail.views.rebuild.Rebuild;
import casetrail.views.store.ViewStore;
import casetrail.views.store.ViewTable;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;

/** How fast one view is built in one store: by a rebuild, by its feed, and as it would be if folding took no time. */
record BuildingRates(PostgresLedger log, ViewStore store) {

    /** The version that a rebuild leaves. */
    static final int REBUILT = 901;

    private static final int LOADED = 902;
    private static final int FOLLOWED = 903;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final StoredEvents STORED = new StoredEvents(EventNames.CATALOGUE);

    private ViewTable created(View<?> view, int number) {
        var version = new ViewVersion(view.name(), number);
        store.create(version, view.revision(), view.shape());
        return store.table(version, view.shape());
    }

    /** Events a second of a rebuild; its version stays. */
    <V> double rebuilt(View<V> view) throws InterruptedException {
        var table = created(view, REBUILT);
        var rebuild = new Rebuild<>(view, new ViewVersion(view.name(), REBUILT), table, log, STORED, Rebuild.IN_MEMORY);
        rebuild.run();
        return rebuild.progress().eventsPerSecond();
    }

    /** As if the documents of the rebuild had fallen from the sky: what nobody can be faster than. */
    double loaded(View<?> view) {
        var from = store.table(new ViewVersion(view.name(), REBUILT), view.shape());
        var table = created(view, LOADED);
        long nanos = 0;
        After after = null;
        while (true) {
            var page = new ArrayList<Document>();
            do {
                var more = from.find(new Question(Condition.everything(), Order.BY_STREAM, after, Question.LIMIT_MAX));
                if (more.isEmpty()) {
                    break;
                }
                more.forEach(d -> page.add(with(view, d)));
                after = new After(null, more.getLast().stream());
            } while (page.size() < 5 * Question.LIMIT_MAX);
            if (page.isEmpty()) {
                break;
            }
            long begin = System.nanoTime();
            table.fill(page);
            nanos += System.nanoTime() - begin;
        }
        long begin = System.nanoTime();
        table.finish(log.end());
        nanos += System.nanoTime() - begin;
        store.drop(new ViewVersion(view.name(), LOADED));
        return log.end() / (nanos / NANOS_PER_SECOND);
    }

    private static <V> Document with(View<V> view, Document kept) {
        return view.document(kept.stream(), kept.version(), view.form().read(kept.json()));
    }

    /** Events a second of a feed that begins at the beginning. */
    <V> double followed(View<V> view) throws InterruptedException {
        var table = created(view, FOLLOWED);
        table.finish(0);
        var member = new Membership(store, "benchmark", System::nanoTime);
        member.beat();
        long end = log.end();
        long begin = System.nanoTime();
        try (var feed =
                new Feed<>(view, new ViewVersion(view.name(), FOLLOWED), table, log, STORED, member, FeedTold.NOBODY)) {
            feed.start();
            while (table.segments().stream().anyMatch(s -> s.next() < end)) {
                feed.stoppedBy().ifPresent(e -> {
                    throw new IllegalStateException("the feed stopped", e);
                });
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        double rate = end / ((System.nanoTime() - begin) / NANOS_PER_SECOND);
        store.drop(new ViewVersion(view.name(), FOLLOWED));
        return rate;
    }
}
