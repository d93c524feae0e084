package casetrail.views.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import casetrail.events.wire.EventNames;
import casetrail.events.wire.StoredEvents;
import casetrail.views.Condition;
import casetrail.views.InMemoryEventLog;
import casetrail.views.Order;
import casetrail.views.Question;
import casetrail.views.Tally;
import casetrail.views.View;
import casetrail.views.ViewVersion;
import casetrail.views.mongodb.CuttingProxy;
import casetrail.views.mongodb.CuttingProxy.Cut;
import casetrail.views.mongodb.CuttingProxy.Length;
import casetrail.views.mongodb.CuttingProxy.When;
import casetrail.views.mongodb.MongoViewStore;
import casetrail.views.mongodb.StandIn;
import casetrail.views.store.Building;
import casetrail.views.store.Building.Phase;
import casetrail.views.store.Overtaken;
import casetrail.views.store.Parked;
import casetrail.views.store.ViewStore;
import casetrail.views.store.ViewsUnavailable;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A rebuild into MongoDB that is cut off at any command and then begun again gives what one without a cut gives. */
class MongoRebuildTest {

    private static final String DATABASE = "rebuilds";
    private static final StoredEvents STORED = new StoredEvents(EventNames.CATALOGUE);

    /** So few that documents are written, loaded and written again. */
    private static final int IN_MEMORY = 3;

    private final View<Tally> view = Tally.view(new AtomicBoolean());
    private final ViewVersion version = new ViewVersion(view.name(), 1);
    private final InMemoryEventLog log = log();

    /** What is left. */
    private record Outcome(List<String> documents, List<Parked> parked, Set<Long> next) {}

    private static InMemoryEventLog log() {
        var log = new InMemoryEventLog();
        for (int event = 0; event < 100; event++) {
            var number = 1_000 + event;
            log.append(Tally.stream(event % 9), event == 40 ? Tally.poison(number) : Tally.block(number));
        }
        return log;
    }

    @ParameterizedTest
    @EnumSource
    void a_rebuild_that_is_cut_off_and_begun_again_is_like_one_that_is_not(When when) throws IOException {
        try (var standIn = StandIn.replicaSet(Duration.ofMillis(50));
                var proxy = new CuttingProxy(standIn.address());
                var direct = MongoClients.create("mongodb://" + standIn.address() + "/?directConnection=true")) {
            standIn.announce(proxy.address());
            try (var cuttable =
                    CuttingProxy.client(standIn.uri(proxy.address()) + "&retryWrites=false&retryReads=false")) {
                var store = new MongoViewStore(direct, DATABASE);
                var far = new MongoViewStore(cuttable, DATABASE);
                var expected = outcome(store, far, proxy, null);
                assertThat(expected.documents()).hasSize(9);
                assertThat(expected.parked()).hasSize(7);
                assertThat(expected.next()).containsExactly(log.end());
                int cuts = 0;
                do {
                    cuts++;
                    assertThat(outcome(store, far, proxy, new Cut(cuts, when, Length.ONE_CONNECTION)))
                            .as("cut at command %d", cuts)
                            .isEqualTo(expected);
                } while (proxy.isDone());
                assertThat(cuts).isGreaterThan(20);
            }
        }
    }

    private Outcome outcome(ViewStore store, ViewStore far, CuttingProxy proxy, @Nullable Cut cut) {
        store.drop(version);
        proxy.arm(cut);
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).until(() -> {
            rebuild(far);
            return isWhole(store);
        });
        var table = store.table(version, view.shape());
        return new Outcome(
                table.find(new Question(Condition.everything(), Order.BY_STREAM, null, 100)).stream()
                        .map(d -> "%s at %d: %s"
                                .formatted(d.stream(), d.version(), new String(d.json(), StandardCharsets.UTF_8)))
                        .toList(),
                IntStream.range(0, 9)
                        .boxed()
                        .flatMap(n -> table.parked(Tally.stream(n), 100).stream())
                        .toList(),
                table.segments().stream().map(s -> s.next()).collect(Collectors.toSet()));
    }

    private boolean isWhole(ViewStore store) {
        return store.buildings().contains(new Building(version, view.revision(), Phase.FOLLOWING));
    }

    /** As upkeep does: what is torn is dropped. */
    private void rebuild(ViewStore far) throws InterruptedException {
        try {
            if (far.buildings().stream().anyMatch(b -> b.phase() == Phase.BUILDING)) {
                far.drop(version);
            }
            far.create(version, view.revision(), view.shape());
            var table = far.table(version, view.shape());
            new Rebuild<>(view, version, table, log, STORED, IN_MEMORY).run();
        } catch (ViewsUnavailable | Overtaken e) {
            // Begun again by whoever calls.
        }
    }

    @Test
    void a_document_is_the_same_bytes_rebuilt_and_folded_from_its_stream() throws InterruptedException {
        try (var standIn = StandIn.alone();
                var client = MongoClients.create(standIn.uri())) {
            var store = new MongoViewStore(client, DATABASE);
            rebuild(store);
            var table = store.table(version, view.shape());
            for (int n = 0; n < 9; n++) {
                var stream = Tally.stream(n);
                var document = table.load(List.of(stream)).get(stream);
                assertThat(document).isNotNull();
                Tally folded = null;
                for (var event : log.stream(stream, 0, (int) document.version() + 1)) {
                    folded = view.fold().after(folded, STORED.open(event));
                }
                assertThat(folded).isNotNull();
                assertThat(document.json()).isEqualTo(view.form().write(folded));
            }
        }
    }
}
