package casetrail.ledger.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to the database on loopback that can be broken as a network breaks: with the answer lost, or wholly. */
public final class BreakableWay implements AutoCloseable {

    private final ServerSocket entrance;
    private final int databasePort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean losesNextAnswer;
    private volatile boolean closedToNew;

    public BreakableWay(int databasePort) throws IOException {
        this.databasePort = databasePort;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::admit);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** The next thing the database says is lost, and the connection with it. What it was asked, it does. */
    public void loseNextAnswer() {
        losesNextAnswer = true;
    }

    /** Ends all connections and lets none in until {@link #reopen()}. */
    public void shut() {
        closedToNew = true;
        open.forEach(BreakableWay::end);
    }

    public void reopen() {
        closedToNew = false;
    }

    private void admit() {
        while (!entrance.isClosed()) {
            try {
                var client = entrance.accept();
                if (closedToNew) {
                    end(client);
                    continue;
                }
                var database = new Socket(InetAddress.getLoopbackAddress(), databasePort);
                open.add(client);
                open.add(database);
                Thread.ofVirtual().start(() -> carry(client, database, false));
                Thread.ofVirtual().start(() -> carry(database, client, true));
            } catch (IOException e) {
                // Closed, or the database is away; the client sees a connection that ends.
            }
        }
    }

    private void carry(Socket from, Socket to, boolean answers) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            var buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (answers && losesNextAnswer) {
                    losesNextAnswer = false;
                    break;
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // The other side is gone; so is this one, below.
        } finally {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        shut();
    }
}
