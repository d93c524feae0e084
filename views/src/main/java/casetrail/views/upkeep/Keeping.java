package casetrail.views.upkeep;

import casetrail.views.View;
import casetrail.views.ViewVersion;
import casetrail.views.feed.Feed;
import casetrail.views.feed.FeedTold;
import casetrail.views.rebuild.Rebuild;
import casetrail.views.store.Building;
import casetrail.views.store.Building.Phase;
import casetrail.views.store.Segment;
import casetrail.views.store.ViewsUnavailable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keeping of one view in one process: its feeds, and at most one building. */
final class Keeping<V> {

    /** Whoever holds it builds the version. */
    private static final int BUILDERS_SEGMENT = 0;

    /** Long enough for every process to have heard that the version is not read any more. */
    private static final Duration DROP_DELAY = Duration.ofSeconds(5);

    /** How long a building may be nobody's before it counts as cut off. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    /** How long a building that failed is left alone before it is tried again. */
    private static final Duration TRY_AGAIN = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);

    private final View<V> view;
    private final Upkeep.Surroundings around;
    private final FeedTold told;
    private final Map<ViewVersion, Feed<V>> feeds = new HashMap<>();
    private final Map<ViewVersion, Long> droppedSince = new HashMap<>();
    private final Map<ViewVersion, Long> ownerlessSince = new HashMap<>();
    private final Comparison comparison;
    private @Nullable Site<V> site;
    private @Nullable Long failedAt;
    private boolean asked;

    /** A building that is under way here. */
    private record Site<V>(Rebuild<V> rebuild, Thread thread) {}

    Keeping(View<V> view, Upkeep.Surroundings around, FeedTold told) {
        this.view = view;
        this.around = around;
        this.told = told;
        this.comparison = new Comparison(view, around);
    }

    View<V> view() {
        return view;
    }

    /** Brings what this process does in line with what there is and what was decided. */
    synchronized void keep(List<Building> buildings, Decided decided) {
        var mine = Versions.of(view.name(), buildings);
        for (var building : mine) {
            if (decided.isDropped(view.name(), building.version().number())) {
                drop(building.version());
            } else if (building.phase() == Phase.BUILDING) {
                mindTorn(building, buildings, decided);
            } else if (building.revision() == view.revision()) {
                feed(building.version());
            }
        }
        feeds.keySet().stream()
                .filter(v -> mine.stream().noneMatch(b -> b.version().equals(v)))
                .toList()
                .forEach(this::stopFeeding);
        boolean awaited = decided.awaitsBuilding(view.name(), Versions.highest(view.name(), buildings));
        boolean underWay = mine.stream().anyMatch(b -> b.phase() == Phase.BUILDING);
        if (mine.isEmpty()) {
            begin(Versions.free(view.name(), buildings, decided));
        } else if (awaited && !underWay) {
            begin(decided.ordered(view.name()));
        }
        comparison.mind(mine, Versions.active(view.name(), buildings, decided).orElse(null));
        askForRebuild(buildings, decided);
    }

    synchronized ViewState state(Decided decided) {
        // Asked here, because what this process drops it drops under the same lock.
        var buildings = around.store().buildings();
        var active = Versions.active(view.name(), buildings, decided);
        long end = around.log().end();
        return new ViewState(
                view.name(),
                view.revision(),
                active.map(b -> b.version().number()).orElse(null),
                active.isPresent() && active.get().revision() != view.revision(),
                Versions.of(view.name(), buildings).stream()
                        .map(b -> version(b, end))
                        .toList());
    }

    synchronized void close() {
        List.copyOf(feeds.keySet()).forEach(this::stopFeeding);
        if (site != null) {
            site.thread().interrupt();
        }
        comparison.close();
    }

    private ViewState.Version version(Building building, long end) {
        var table = around.store().table(building.version(), view.shape());
        var segments = table.segments();
        boolean whole = building.phase() == Phase.FOLLOWING;
        long next = segments.stream().mapToLong(Segment::next).min().orElse(0);
        int held = (int) segments.stream()
                .filter(s -> around.members().self().equals(s.owner()))
                .count();
        var feed = feeds.get(building.version());
        var here = site;
        return new ViewState.Version(
                building.version().number(),
                building.revision(),
                building.phase(),
                whole ? next : null,
                whole ? Math.max(0, end - next) : null,
                table.parkedCount(),
                held,
                feed == null ? null : feed.stoppedBy().map(String::valueOf).orElse(null),
                here != null && here.rebuild().version().equals(building.version())
                        ? here.rebuild().progress()
                        : null,
                Comparison.report(around.store(), building.version()).orElse(null));
    }

    private void feed(ViewVersion version) {
        if (!feeds.containsKey(version)) {
            var feed = new Feed<>(
                    view,
                    version,
                    around.store().table(version, view.shape()),
                    around.log(),
                    around.stored(),
                    around.members(),
                    told);
            feeds.put(version, feed);
            feed.start();
        }
    }

    private void stopFeeding(ViewVersion version) {
        var feed = feeds.remove(version);
        if (feed != null) {
            feed.close();
        }
    }

    private void drop(ViewVersion version) {
        var here = site;
        if (here != null && here.rebuild().version().equals(version)) {
            // First of all nothing may write there any more: an engine that makes a collection by writing to it would
            // have it for ever.
            here.thread().interrupt();
            return;
        }
        if (!isOver(droppedSince.computeIfAbsent(version, v -> System.nanoTime()), DROP_DELAY)) {
            return;
        }
        stopFeeding(version);
        try {
            around.store().drop(version);
            droppedSince.remove(version);
            LOG.info("the view {} was dropped", version);
        } catch (ViewsUnavailable e) {
            // Somebody may still read it. The other versions do not wait for that.
            droppedSince.put(version, System.nanoTime());
            LOG.info("the view {} is dropped later: {}", version, e.getMessage());
        }
    }

    private static boolean isOver(long since, Duration time) {
        return System.nanoTime() - since >= time.toNanos();
    }

    /** A building whose builder is dead is torn: it is begun anew under another number, so that the dead one can never write into it. */
    private void mindTorn(Building building, List<Building> buildings, Decided decided) {
        var version = building.version();
        var here = site;
        boolean underWay = here != null && here.rebuild().version().equals(version);
        if (underWay || (failedAt != null && !isOver(failedAt, TRY_AGAIN))) {
            return;
        }
        if (Versions.highest(view.name(), buildings) > version.number()) {
            // It was begun anew already, and could not be taken away then.
            drop(version);
            return;
        }
        var table = around.store().table(version, view.shape());
        var builder = table.segments().get(BUILDERS_SEGMENT);
        var owner = builder.owner();
        // Whoever has just created it takes it the next moment.
        boolean abandoned = owner == null
                ? isOver(ownerlessSince.computeIfAbsent(version, v -> System.nanoTime()), GRACE)
                : owner.equals(around.members().self()) || !around.members().isAlive(owner);
        if (abandoned
                && table.take(
                        BUILDERS_SEGMENT, builder.epoch(), around.members().self())) {
            LOG.warn("the building of the view {} was cut off; it is begun anew", version);
            begin(Versions.free(view.name(), buildings, decided));
            // The new one first: without any, an order that was cut off would be begun under its old number.
            drop(version);
        }
    }

    private void begin(int number) {
        var version = new ViewVersion(view.name(), number);
        around.store().create(version, view.revision(), view.shape());
        var table = around.store().table(version, view.shape());
        var builder = table.segments().get(BUILDERS_SEGMENT);
        if (builder.owner() == null
                && table.take(
                        BUILDERS_SEGMENT, builder.epoch(), around.members().self())) {
            var rebuild = new Rebuild<>(view, version, table, around.log(), around.stored(), Rebuild.IN_MEMORY);
            var thread = new Thread(() -> build(rebuild), "casetrail-rebuild-" + version.view());
            thread.setDaemon(true);
            site = new Site<>(rebuild, thread);
            thread.start();
        }
    }

    private void build(Rebuild<V> rebuild) {
        try {
            rebuild.run();
            var progress = rebuild.progress();
            LOG.info(
                    "the view {} is built: {} documents of {} events, {} events/s",
                    rebuild.version(),
                    progress.documents(),
                    progress.events(),
                    progress.eventsPerSecond());
        } catch (InterruptedException e) {
            LOG.info("the building of the view {} was cut off", rebuild.version());
        } catch (RuntimeException e) {
            LOG.error("the building of the view {} failed; it is begun anew later", rebuild.version(), e);
            synchronized (this) {
                failedAt = System.nanoTime();
            }
        } finally {
            synchronized (this) {
                site = null;
            }
        }
    }

    private void askForRebuild(List<Building> buildings, Decided decided) {
        var active = Versions.active(view.name(), buildings, decided);
        if (!asked && active.isPresent() && active.get().revision() != view.revision()) {
            asked = true;
            LOG.warn(
                    "the view {} was folded by revision {} and this program has revision {}: it stands still until it is built anew"
                            + " (./casetrail rebuild {})",
                    active.get().version(),
                    active.get().revision(),
                    view.revision(),
                    view.name());
        }
    }
}
