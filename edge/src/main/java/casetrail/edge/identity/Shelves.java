package casetrail.edge.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An immutable map whose change copies one shelf of many instead of the whole, so that a fold over a hundred thousand persons stays
 * linear.
 */
final class Shelves<K, V> {

    private static final int SHELVES = 512;

    private final List<Map<K, V>> shelves;

    private Shelves(List<Map<K, V>> shelves) {
        this.shelves = shelves;
    }

    static <K, V> Shelves<K, V> empty() {
        return new Shelves<>(Stream.generate(Map::<K, V>of).limit(SHELVES).toList());
    }

    Optional<V> get(K key) {
        return Optional.ofNullable(shelves.get(shelf(key)).get(key));
    }

    Shelves<K, V> with(K key, V value) {
        int shelf = shelf(key);
        var changed = new HashMap<>(shelves.get(shelf));
        changed.put(key, value);
        var all = new ArrayList<>(shelves);
        all.set(shelf, changed);
        return new Shelves<>(all);
    }

    Stream<V> values() {
        return shelves.stream().flatMap(s -> s.values().stream());
    }

    private static int shelf(Object key) {
        int hash = key.hashCode();
        return Math.floorMod(hash ^ (hash >>> 16), SHELVES);
    }
}
