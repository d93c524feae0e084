package casetrail.views.mongodb;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * What stands in for a MongoDB server where none is to be had: mongo-java-server, with the order of texts corrected and, if wanted, with
 * what a replica set adds. It keeps indexes only in name and ignores hints and concerns: those are proven by the commands that are sent.
 */
public final class StandIn implements AutoCloseable {

    /** As many as there may be connections, so that one that waits keeps no other from being heard. */
    private static final int WORKERS = 24;

    /** Longer than a busy machine lets a client wait between two commands. */
    private static final Duration LIFETIME = Duration.ofSeconds(10);

    private final Backend backend;
    private final MongoServer server;
    private final boolean replicaSet;

    /** An answer that the next command of a name gets instead of being obeyed. */
    private record Refusal(String command, Document answer) {}

    private StandIn(boolean replicaSet, Duration lifetime) {
        backend = new Backend(lifetime);
        server = new MongoServer(backend);
        this.replicaSet = replicaSet;
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, WORKERS);
    }

    public static StandIn alone() {
        return new StandIn(false, LIFETIME);
    }

    public static StandIn replicaSet() {
        return replicaSet(LIFETIME);
    }

    /** The same, with another lifetime of transactions that nobody goes on with. */
    public static StandIn replicaSet(Duration lifetime) {
        var standIn = new StandIn(true, lifetime);
        standIn.announce(standIn.address());
        return standIn;
    }

    /** Where clients are to find the replica set from now on. */
    public void announce(String address) {
        if (replicaSet) {
            backend.member = address;
        }
    }

    public String address() {
        return "127.0.0.1:" + server.getLocalAddress().getPort();
    }

    public String uri() {
        return uri(address());
    }

    /** The same server behind another address. */
    public String uri(String address) {
        return "mongodb://" + address + (replicaSet ? "/?replicaSet=rs0" : "/");
    }

    /** Answers the next command of this name with an error instead of obeying it. */
    public void refuseNext(String command, int code, String codeName, String label) {
        backend.refusals.add(new Refusal(command, StandInTransactions.refusal(code, codeName, label)));
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private static final class Backend extends MemoryBackend {

        private static final Set<String> OF_THE_CONNECTION =
                Set.of("hello", "ismaster", "isMaster", "ping", "buildInfo", "endSessions");

        final StandInTransactions transactions;
        final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();
        volatile @Nullable String member;

        Backend(Duration lifetime) {
            transactions = new StandInTransactions(lifetime);
        }

        @Override
        public Document handleCommand(Channel channel, String database, String command, Document query) {
            var address = member;
            boolean greeting = command.equalsIgnoreCase("hello") || command.equalsIgnoreCase("ismaster");
            if (address == null || !greeting) {
                return super.handleCommand(channel, database, command, query);
            }
            return super.handleCommand(channel, database, "ismaster", query)
                    .append("setName", "rs0")
                    .append("setVersion", 1)
                    .append("isWritablePrimary", true)
                    .append("secondary", false)
                    .append("hosts", List.of(address))
                    .append("primary", address)
                    .append("me", address)
                    .append("logicalSessionTimeoutMinutes", 30);
        }

        @Override
        public Document handleMessage(MongoMessage message) {
            var command = StandInTexts.inside(message.getDocument());
            var name = command.keySet().iterator().next();
            var refusal = refusals.peek();
            if (refusal != null && refusal.command().equals(name)) {
                refusals.remove();
                return refusal.answer();
            }
            return StandInTexts.outside(
                    member == null || OF_THE_CONNECTION.contains(name)
                            ? plainly(message, command)
                            : transactions.obey(command, c -> plainly(message, c)));
        }

        private Document plainly(MongoMessage message, Document command) {
            return super.handleMessage(new MongoMessage(message.getChannel(), message.getHeader(), command));
        }
    }
}
