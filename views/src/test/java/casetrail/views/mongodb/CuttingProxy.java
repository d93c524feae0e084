package casetrail.views.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a client and a MongoDB server and cuts the line at a chosen command. Counts the commands of the application and not
 * those by which a driver watches the server.
 */
public final class CuttingProxy implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 100;
    private static final int OP_MSG = 2013;
    private static final int HEADER_BYTES = 16;
    private static final int MESSAGE_BYTES_MAX = 48_000_000;
    private static final Set<String> WATCHING = Set.of("hello", "ismaster", "isMaster", "ping", "endSessions");

    private final ServerSocket listening;
    private final ServerAddress server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private int commands;
    private @Nullable Cut cut;
    private boolean done;
    private boolean down;

    /** When a command is cut off. */
    public enum When {
        BEFORE_IT_REACHES_THE_SERVER,
        BEFORE_ITS_ANSWER_COMES_BACK
    }

    /** For how long. */
    public enum Length {
        /** A new connection succeeds at once. */
        ONE_CONNECTION,
        /** Nothing succeeds before {@link #heal}. */
        UNTIL_HEALED
    }

    /**
     * What is cut off.
     *
     * @param command which one, from 1
     */
    public record Cut(int command, When when, Length length) {}

    public CuttingProxy(String server) throws IOException {
        this.server = new ServerAddress(server);
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    /** A client that gives up soon, because nobody is there to be waited for, and finds the server again soon. */
    public static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(c -> c.serverSelectionTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS))
                .applyToServerSettings(s -> s.heartbeatFrequency(10, TimeUnit.MILLISECONDS)
                        .minHeartbeatFrequency(10, TimeUnit.MILLISECONDS))
                .build());
    }

    /** Where it listens. */
    public String address() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    /** Counts from here; without a cut it only counts. */
    public synchronized void arm(@Nullable Cut next) {
        commands = 0;
        cut = next;
        done = false;
    }

    public synchronized int commands() {
        return commands;
    }

    /** Whether the line was cut. */
    public synchronized boolean isDone() {
        return done;
    }

    public synchronized void heal() {
        down = false;
    }

    private synchronized boolean isDown() {
        return down;
    }

    private void accept() throws IOException {
        while (true) {
            var client = listening.accept();
            if (isDown()) {
                client.close();
                continue;
            }
            var onward = new Socket(server.getHost(), server.getPort());
            client.setTcpNoDelay(true);
            onward.setTcpNoDelay(true);
            sockets.add(client);
            sockets.add(onward);
            start(() -> talk(client, onward));
        }
    }

    /** One request and its answer after the other, as drivers do on each connection. */
    private void talk(Socket client, Socket server) throws IOException {
        try (client;
                server) {
            var requests = new DataInputStream(client.getInputStream());
            var answers = new DataInputStream(server.getInputStream());
            while (true) {
                var request = message(requests);
                var met = met(request);
                if (met == null ? isDown() : met.when() == When.BEFORE_IT_REACHES_THE_SERVER) {
                    return;
                }
                send(request, server.getOutputStream());
                var answer = message(answers);
                if (met != null) {
                    return;
                }
                send(answer, client.getOutputStream());
            }
        } finally {
            sockets.remove(client);
            sockets.remove(server);
        }
    }

    private @Nullable Cut met(byte[] request) throws IOException {
        if (WATCHING.contains(name(request))) {
            return null;
        }
        synchronized (this) {
            commands++;
            var next = cut;
            if (done || next == null || next.command() != commands) {
                return null;
            }
            done = true;
            down = next.length() == Length.UNTIL_HEALED;
            return next;
        }
    }

    private static void send(byte[] message, OutputStream to) throws IOException {
        to.write(message);
        to.flush();
    }

    private static byte[] message(DataInputStream in) throws IOException {
        int length = Integer.reverseBytes(in.readInt());
        if (length < HEADER_BYTES || length > MESSAGE_BYTES_MAX) {
            throw new EOFException("not a message of MongoDB");
        }
        var message = new byte[length];
        ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).putInt(length);
        in.readFully(message, Integer.BYTES, length - Integer.BYTES);
        return message;
    }

    /** A command's name is the first name of its first document; older messages only greet. */
    private static String name(byte[] message) {
        if (ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).getInt(12) != OP_MSG) {
            return "hello";
        }
        // The flags, the kind of the section, the length of the document and the type of its first value.
        int begin = HEADER_BYTES + 4 + 1 + 4 + 1;
        int end = begin;
        while (message[end] != 0) {
            end++;
        }
        return new String(message, begin, end - begin, StandardCharsets.UTF_8);
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // A side hung up, which is what this is for.
                    }
                },
                "cutting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (var socket : sockets) {
            socket.close();
        }
    }
}
