package casetrail.standalone.serving;

import casetrail.edge.identity.LocalToken;
import casetrail.events.wire.EventJson;
import casetrail.standalone.directory.CannotStart;
import casetrail.standalone.directory.DataDirectory;
import casetrail.standalone.directory.OwnerOnly;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * How another process of this machine reaches the server that holds a data directory.
 *
 * @param process its number
 * @param token proves that the asker may read the directory
 */
public record LocalAddress(URI url, long process, String token) {

    private static final String FILE = "server.json";

    /** What stands in the file; the token has a file of its own. */
    record Published(URI url, long process) {}

    /** Where this machine reaches a server that is bound to an address, which may be all of them. */
    static URI reachable(String bind, int port) {
        String host = bind.equals("0.0.0.0") ? "127.0.0.1" : bind.equals("::") ? "::1" : bind;
        return URI.create("http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port));
    }

    void publish(Path directory) {
        OwnerOnly.write(
                directory.resolve(FILE), EventJson.MAPPER.writeValueAsString(new Published(url, process)) + "\n");
    }

    static void withdraw(Path directory) {
        try {
            Files.deleteIfExists(directory.resolve(FILE));
            Files.deleteIfExists(directory.resolve(LocalToken.FILE));
        } catch (IOException e) {
            throw new CannotStart("%s cannot be written: %s".formatted(directory, DataDirectory.reason(e)), e);
        }
    }

    /** The address of the server that holds the directory; empty if none does, or it is still starting. */
    public static Optional<LocalAddress> of(Path directory) {
        if (!DataDirectory.isHeld(directory) || !Files.exists(directory.resolve(FILE))) {
            return Optional.empty();
        }
        try {
            var published = EventJson.MAPPER.readValue(OwnerOnly.read(directory.resolve(FILE)), Published.class);
            return Optional.of(new LocalAddress(
                    published.url(), published.process(), OwnerOnly.read(directory.resolve(LocalToken.FILE))));
        } catch (JacksonException e) {
            throw new CannotStart("%s is damaged".formatted(directory.resolve(FILE)), e);
        }
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return url + " (process " + process + ")";
    }
}
