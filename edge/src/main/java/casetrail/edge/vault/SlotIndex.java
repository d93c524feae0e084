package casetrail.edge.vault;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Where the key of an owner may stand: 12 bytes for each place in an open-addressed table that is at most half full, so 24 to 48 MB for a
 * million keys. Names are not kept in memory. Not safe for threads by itself.
 */
final class SlotIndex {

    private static final int NONE = -1;
    private static final int CAPACITY_FIRST = 1 << 10;

    private long[] fingerprints = new long[CAPACITY_FIRST];
    private int[] slots = emptySlots(CAPACITY_FIRST);
    private int size;

    void put(long fingerprint, int slot) {
        if ((size + 1) * 2L > slots.length) {
            grow();
        }
        int at = free(fingerprint);
        fingerprints[at] = fingerprint;
        slots[at] = slot;
        size++;
    }

    /** The newest slot of that fingerprint which the predicate accepts, or -1. */
    int find(long fingerprint, IntPredicate accepts) {
        int found = NONE;
        for (int at = home(fingerprint); slots[at] != NONE; at = next(at)) {
            if (fingerprints[at] == fingerprint && slots[at] > found && accepts.test(slots[at])) {
                found = slots[at];
            }
        }
        return found;
    }

    int size() {
        return size;
    }

    private void grow() {
        var oldFingerprints = fingerprints;
        var oldSlots = slots;
        int capacity = Math.multiplyExact(oldSlots.length, 2);
        fingerprints = new long[capacity];
        slots = emptySlots(capacity);
        for (int i = 0; i < oldSlots.length; i++) {
            if (oldSlots[i] != NONE) {
                int at = free(oldFingerprints[i]);
                fingerprints[at] = oldFingerprints[i];
                slots[at] = oldSlots[i];
            }
        }
    }

    private int free(long fingerprint) {
        int at = home(fingerprint);
        while (slots[at] != NONE) {
            at = next(at);
        }
        return at;
    }

    private int home(long fingerprint) {
        return (int) fingerprint & (slots.length - 1); // the fingerprint is a digest: any of its bits will do
    }

    private int next(int at) {
        return (at + 1) & (slots.length - 1);
    }

    private static int[] emptySlots(int capacity) {
        var slots = new int[capacity];
        Arrays.fill(slots, NONE);
        return slots;
    }
}
