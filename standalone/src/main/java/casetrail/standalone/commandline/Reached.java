package casetrail.standalone.commandline;

import casetrail.standalone.directory.CannotStart;
import casetrail.standalone.directory.DataDirectory;
import casetrail.standalone.serving.LocalAddress;
import casetrail.standalone.serving.ServeOrder;
import casetrail.standalone.serving.Server;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * The server that one command talks to: whoever holds the data directory, else one of our own that nobody else hears of and that ends
 * with the command. So a command goes the same way in both cases.
 *
 * @param own present if it is ours to end
 */
record Reached(OperationsClient client, Optional<Server> own) implements AutoCloseable {

    /**
     * The same for a command that only reads, which makes no new directory for want of one.
     *
     * @throws CannotStart if no server ever had the directory
     */
    static Reached toRead(Place place, PrintWriter err) {
        if (!DataDirectory.wasHeld(place.data())) {
            throw new CannotStart("there is no Casetrail in %s; make one with serve, or name another with --data"
                    .formatted(place.data().toAbsolutePath().normalize()));
        }
        return open(place, err);
    }

    static Reached open(Place place, PrintWriter err) {
        Optional<LocalAddress> running = LocalAddress.of(place.data());
        if (running.isPresent()) {
            return new Reached(new OperationsClient(running.get()), Optional.empty());
        }
        if (DataDirectory.isHeld(place.data())) {
            throw new CannotStart("the server that holds %s does not answer yet; try again in a moment"
                    .formatted(place.data().toAbsolutePath().normalize()));
        }
        var server = Server.start(ServeOrder.forOneCommand(place.data(), place.external()));
        server.firstPassword().ifPresent(line -> {
            err.println(line);
            err.flush();
        });
        return new Reached(new OperationsClient(server.address()), Optional.of(server));
    }

    @Override
    public void close() {
        own.ifPresent(Server::close);
    }
}
