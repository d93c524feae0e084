package casetrail.standalone.database;

import casetrail.standalone.directory.CannotStart;
import casetrail.standalone.directory.DataDirectory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** Starts and stops one PostgreSQL on one cluster. Not for several threads; {@link EmbeddedDatabase} sees to that. */
record Postmaster(Path cluster, Path log, Programs programs) {

    static final String PID_FILE = "postmaster.pid";

    /** After a crash the log of the last minutes is replayed before the server answers; on a slow disk that takes its time. */
    private static final Duration START_PATIENCE = Duration.ofMinutes(5);

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

    /** A free port may be taken between our look and the server's start. */
    private static final int PORT_ATTEMPTS = 5;

    /** The server's log is set aside at a start when it is longer than this; one old one is kept. */
    private static final long LOG_BYTES_MAX = 10_000_000;

    /** The number in the cluster's pid file, whoever may have it now. */
    static OptionalLong notedPid(Path cluster) {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve(PID_FILE), StandardCharsets.UTF_8);
            return lines.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(lines.getFirst().strip()));
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty(); // not there, or not finished: either way it names nobody
        }
    }

    /** Returns the port it answers on. */
    int startOnFreePort() {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            try {
                start(port);
                return port;
            } catch (PortTaken e) {
                if (attempt == PORT_ATTEMPTS) {
                    throw new CannotStart("PostgreSQL found no free port on 127.0.0.1", e);
                }
            }
        }
    }

    /** Returns when it accepts connections; recovery is then done. */
    void start(int port) throws PortTaken {
        long before = setAsideLongLog();
        var ran = programs.run(
                START_PATIENCE.plusSeconds(10),
                "pg_ctl",
                "start",
                "-D",
                cluster.toString(),
                "-l",
                log.toString(),
                "-o",
                Settings.commandLine(port),
                "-w",
                "-s",
                "-t",
                String.valueOf(START_PATIENCE.toSeconds()));
        if (ran.status() != 0) {
            String said = saidSince(before);
            if (said.contains("could not bind") || said.contains("could not create any TCP/IP sockets")) {
                throw new PortTaken(said);
            }
            throw new CannotStart("PostgreSQL did not start: %s (more in %s)"
                    .formatted(said.isEmpty() ? ran.words().lines().findFirst().orElse("") : said, log));
        }
    }

    void stop() {
        var ran = stop("fast");
        if (ran.status() != 0 && notedPid(cluster).isPresent()) {
            // What is committed is on disk; the next start replays it.
            stop("immediate");
        }
    }

    private Programs.Ran stop(String mode) {
        return programs.run(
                STOP_PATIENCE.plusSeconds(5),
                "pg_ctl",
                "stop",
                "-D",
                cluster.toString(),
                "-m",
                mode,
                "-w",
                "-s",
                "-t",
                String.valueOf(STOP_PATIENCE.toSeconds()));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart("there is no free port on 127.0.0.1: " + e.getMessage(), e);
        }
    }

    private long setAsideLongLog() {
        try {
            long size = Files.exists(log) ? Files.size(log) : 0;
            if (size > LOG_BYTES_MAX) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                return 0;
            }
            return size;
        } catch (IOException e) {
            throw new CannotStart("%s cannot be set aside: %s".formatted(log, DataDirectory.reason(e)), e);
        }
    }

    /** The first thing that the server complained of in this attempt, in one line. */
    private String saidSince(long offset) {
        try (var channel = Files.newByteChannel(log)) {
            channel.position(Math.min(offset, channel.size()));
            var reader = java.nio.channels.Channels.newReader(channel, StandardCharsets.UTF_8);
            try (var lines = new java.io.BufferedReader(reader)) {
                return lines.lines()
                        .filter(line ->
                                line.contains("FATAL:") || line.contains("PANIC:") || line.contains("could not bind"))
                        .map(line -> line.replaceFirst("^.*?(FATAL|PANIC|LOG):\\s*", ""))
                        .findFirst()
                        .orElse("");
            }
        } catch (IOException e) {
            return "";
        }
    }

    /** Somebody else has the port. */
    static final class PortTaken extends Exception {

        private static final long serialVersionUID = 1;

        PortTaken(String message) {
            super(message);
        }
    }
}
