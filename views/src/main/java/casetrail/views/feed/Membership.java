package casetrail.views.feed;

import casetrail.views.store.Segment;
import casetrail.views.store.ViewStore;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Which processes share the work on a store. A member beats; one whose count of beats has not moved for {@link #SILENCE}, by this
 * process's own clock, is dead. No two clocks are ever compared.
 *
 * <p>{@link #beat} is called by one thread; the questions may be asked by any.
 */
public final class Membership {

    /** How often a member beats. */
    public static final Duration BEAT = Duration.ofMillis(500);

    /** After so long without a beat a member is taken for dead. If it is not, the epochs of its segments keep it from writing. */
    static final Duration SILENCE = Duration.ofSeconds(3);

    /** After so long its row is taken away. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(1);

    private record Heard(long count, long atNanos) {}

    private final ViewStore store;
    private final String self;
    private final LongSupplier nanos;
    private final Map<String, Heard> heard = new ConcurrentHashMap<>();
    /** Names that were met before any beat of theirs, with when that was. */
    private final Map<String, Long> unheard = new ConcurrentHashMap<>();

    private volatile Set<String> alive;

    /**
     * @param self unlike every other process's name, up to 60 characters
     * @param nanos a clock that only goes forward
     */
    public Membership(ViewStore store, String self, LongSupplier nanos) {
        this.store = store;
        this.self = self;
        this.nanos = nanos;
        this.alive = Set.of(self);
    }

    /** The name of this process. */
    public String self() {
        return self;
    }

    /** Shows that this process is alive, and looks who else is. */
    public void beat() {
        store.beat(self);
        long now = nanos.getAsLong();
        var counts = store.beats();
        heard.keySet().retainAll(counts.keySet());
        unheard.keySet().removeAll(counts.keySet());
        var living = new HashSet<String>();
        living.add(self);
        counts.forEach((member, count) -> {
            var before = heard.get(member);
            if (before == null || before.count() != count) {
                heard.put(member, new Heard(count, now));
                living.add(member);
            } else if (now - before.atNanos() < SILENCE.toNanos()) {
                living.add(member);
            } else if (now - before.atNanos() > FORGOTTEN.toNanos() && !member.equals(self)) {
                store.forget(member);
            }
        });
        alive = Set.copyOf(living);
    }

    /**
     * Whether a member is alive, as far as this process knows. One that was never heard may have started a moment ago, so it has as long to
     * be heard as any other.
     */
    public boolean isAlive(String member) {
        if (alive.contains(member)) {
            return true;
        }
        if (heard.containsKey(member)) {
            return false;
        }
        long now = nanos.getAsLong();
        return now - unheard.computeIfAbsent(member, m -> now) < SILENCE.toNanos();
    }

    /** How many segments of a view this process should hold, so that all members hold about as many. */
    public int fairShare() {
        int members = alive.size();
        return (Segment.COUNT + members - 1) / members;
    }

    /** Leaves, so that nobody has to wait for the silence. */
    public void leave() {
        store.forget(self);
    }
}
