package casetrail.edge.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The index finds every slot again, also where fingerprints meet. */
class SlotIndexTest {

    @Test
    void finds_each_of_many() {
        var index = new SlotIndex();
        for (int slot = 0; slot < 100_000; slot++) {
            index.put(fingerprint(slot), slot);
        }

        assertThat(index.size()).isEqualTo(100_000);
        for (int slot = 0; slot < 100_000; slot++) {
            assertThat(index.find(fingerprint(slot), s -> true)).isEqualTo(slot);
        }
        assertThat(index.find(fingerprint(100_000), s -> true)).isEqualTo(-1);
    }

    @Test
    void of_equal_fingerprints_finds_the_newest_that_is_accepted() {
        var index = new SlotIndex();
        index.put(7, 1);
        index.put(7, 3);
        index.put(7, 2);
        index.put(7 + 1024, 9);

        assertThat(index.find(7, s -> true)).isEqualTo(3);
        assertThat(index.find(7, s -> s < 3)).isEqualTo(2);
        assertThat(index.find(7, s -> false)).isEqualTo(-1);
    }

    private static long fingerprint(long slot) {
        return slot * 0x9E3779B97F4A7C15L;
    }
}
