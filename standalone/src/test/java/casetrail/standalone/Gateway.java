package casetrail.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** nginx with the deployment's own configuration, its two upstreams named as they are in the test. */
record Gateway(Process process, URI url) implements AutoCloseable {

    /** Empty where nginx is not installed. */
    static Optional<Path> program() {
        return Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Gateway start(Path nginx, Path directory, TwoSides sides) throws IOException {
        int port = freePort();
        var deployed = Checkout.root().resolve("deploy/gateway/nginx.conf");
        var text = Files.readString(deployed, UTF_8)
                .replace("command-side:8080", sides.command().url().getAuthority())
                .replace("query-side:8080", sides.query().url().getAuthority())
                .replace("listen 8080", "listen 127.0.0.1:" + port)
                .replace("/tmp/", directory + "/")
                .replace("/dev/stdout", directory.resolve("access.log").toString());
        var configuration = Files.writeString(directory.resolve("nginx.conf"), text);
        var process = new ProcessBuilder(nginx.toString(), "-c", configuration.toString(), "-g", "daemon off;")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("nginx.out").toFile())
                .start();
        return new Gateway(process, URI.create("http://127.0.0.1:" + port));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
