package casetrail.standalone.serving;

import casetrail.standalone.directory.CannotStart;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Ends a server, also one that is still starting: what was begun is undone, last first. It waits for the step under way, because a
 * database that is just being started cannot be stopped yet. Any thread may call it.
 */
public final class Stop {

    private final ReentrantLock turn = new ReentrantLock();
    private final Deque<Runnable> undoing = new ArrayDeque<>();
    private volatile boolean asked;

    /** Whether the end was asked for. */
    public boolean asked() {
        return asked;
    }

    /** Ends what is there; does nothing the second time. */
    public void now() {
        asked = true;
        undo();
    }

    /** Undoes what was begun. */
    void undo() {
        turn.lock();
        try {
            undoAll();
        } finally {
            turn.unlock();
        }
    }

    /** One step of a start, and how it is undone. */
    <T> T begin(Supplier<T> step, Consumer<T> undo) {
        turn.lock();
        try {
            goOn();
            T made = step.get();
            undoing.push(() -> undo.accept(made));
            goOn();
            return made;
        } finally {
            turn.unlock();
        }
    }

    /** The server stands, and undoes all steps itself. */
    Server stands(Server server) {
        turn.lock();
        try {
            goOn();
            undoing.clear();
            undoing.push(server::close);
            return server;
        } finally {
            turn.unlock();
        }
    }

    private void goOn() {
        if (asked) {
            throw new CannotStart("stopped while starting");
        }
    }

    private void undoAll() {
        while (!undoing.isEmpty()) {
            try {
                undoing.pop().run();
            } finally {
                undoAll();
            }
        }
    }
}
