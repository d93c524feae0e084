package casetrail.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class EventIdsTest {

    private final EventIds ids = new EventIds();

    @Test
    void axon_finds_it() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(EventIds.class);
    }

    @Test
    void an_id_is_a_uuid_of_version_7() {
        var id = UUID.fromString(ids.generateIdentifier());
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void ids_only_grow() {
        var made = Stream.generate(ids::generateIdentifier).limit(20_000).toList();
        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void many_threads_get_different_ids() {
        Set<UUID> made = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 50_000).parallel().forEach(i -> made.add(ids.next()));
        assertThat(made).hasSize(50_000);
    }
}
