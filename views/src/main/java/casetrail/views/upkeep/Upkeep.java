package casetrail.views.upkeep;

import casetrail.events.log.EventLog;
import casetrail.events.log.LogUnavailable;
import casetrail.events.views.ViewEvent;
import casetrail.events.views.ViewName;
import casetrail.events.wire.StoredEvents;
import casetrail.views.Followed;
import casetrail.views.LiveFold;
import casetrail.views.View;
import casetrail.views.ViewVersion;
import casetrail.views.feed.FeedTold;
import casetrail.views.feed.Membership;
import casetrail.views.store.Building;
import casetrail.views.store.Overtaken;
import casetrail.views.store.Segment;
import casetrail.views.store.ViewStore;
import casetrail.views.store.ViewTable;
import casetrail.views.store.ViewsUnavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the views of a program: builds what is missing, feeds what is whole, drops what was decided to be dropped. Every process that shares
 * the store runs one; they share the work.
 *
 * <p>Any thread may ask. While the log or the store does not answer it waits; what it did is never half done.
 */
public final class Upkeep implements AutoCloseable {

    /** How long who asks waits until it is read what was decided. */
    private static final Duration LEARN_MAX = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final List<Keeping<?>> keepings;
    private final Membership members;
    private final LiveFold<Decided> decided;
    private final ViewStore store;
    private final Thread thread;
    private final Map<ViewVersion, ViewTable> tables = new ConcurrentHashMap<>();
    private volatile List<Building> seen = List.of();
    private volatile boolean learned;
    private volatile boolean closed;

    /**
     * Begins to keep the views.
     *
     * @param member names this process, unlike every other's
     * @param told who hears what the feeds of a view do
     */
    public Upkeep(
            List<View<?>> views,
            ViewStore store,
            EventLog log,
            StoredEvents stored,
            InstantSource clock,
            String member,
            Function<ViewName, FeedTold> told) {
        this.store = store;
        this.members = new Membership(store, member, System::nanoTime);
        this.decided = LiveFold.follow(Followed.family(ViewEvent.FAMILY, Decided.NOTHING, Decided::after), log, stored);
        var surroundings = new Surroundings(store, log, stored, members, clock);
        this.keepings = views.stream()
                .<Keeping<?>>map(v -> new Keeping<>(v, surroundings, told.apply(v.name())))
                .toList();
        this.thread = new Thread(this::keep, "casetrail-upkeep");
        thread.setDaemon(true);
        thread.start();
    }

    /** What all keepings share. */
    record Surroundings(ViewStore store, EventLog log, StoredEvents stored, Membership members, InstantSource clock) {}

    /** How every view stands. */
    public List<ViewState> states() {
        var now = decided();
        seen = store.buildings();
        return keepings.stream().map(k -> k.state(now)).toList();
    }

    /**
     * The documents of the version that is read now; asks nothing of the engine.
     *
     * @throws ViewsUnavailable if none is whole yet
     */
    public ViewTable active(View<?> view) {
        var active = Versions.active(view.name(), seen, decided.value())
                .orElseThrow(() -> new ViewsUnavailable("the view '%s' is being built".formatted(view.name())));
        return tables.computeIfAbsent(active.version(), v -> store.table(v, view.shape()));
    }

    /** The same by name. */
    public ViewTable active(ViewName view) {
        return active(keeping(view).view());
    }

    /** The position up to which every event is counted in by the version that is read; see {@link #active}. */
    public long counted(ViewName view) {
        return active(keeping(view).view()).segments().stream()
                .mapToLong(Segment::next)
                .min()
                .orElse(0);
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        decided.close();
    }

    private Keeping<?> keeping(ViewName view) {
        return keepings.stream()
                .filter(k -> k.view().name().equals(view))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no view '%s'".formatted(view)));
    }

    private void keep() {
        while (!closed) {
            try {
                look();
            } catch (ViewsUnavailable | LogUnavailable | Overtaken e) {
                LOG.warn("the upkeep of the views waits: {}", e.getMessage());
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.error("the upkeep of the views failed; it tries again", e);
                }
            }
            try {
                Thread.sleep(Membership.BEAT);
            } catch (InterruptedException e) {
                // Only close interrupts.
                break;
            }
        }
        leave();
    }

    private void look() {
        members.beat();
        var now = decided();
        seen = store.buildings();
        for (var keeping : keepings) {
            keeping.keep(seen, now);
        }
    }

    /** What was decided; nothing is done or read before all of it was read once, because it would be as if nothing had been decided. */
    private Decided decided() {
        if (!learned) {
            if (!decided.catchUp(LEARN_MAX)) {
                throw new ViewsUnavailable("what was decided about views is being read");
            }
            learned = true;
        }
        return decided.value();
    }

    private void leave() {
        keepings.forEach(Keeping::close);
        try {
            members.leave();
        } catch (RuntimeException e) {
            LOG.warn("could not leave: {}", e.getMessage());
        }
    }
}
