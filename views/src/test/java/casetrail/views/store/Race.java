package casetrail.views.store;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Two threads that begin at the same moment, and what came of each. */
final class Race {

    /** What came of it. */
    enum Outcome {
        DONE,
        /** Somebody else was first; nothing counts. */
        LOST
    }

    private Race() {}

    /** What came of two that save at once. */
    static List<Outcome> between(Runnable one, Runnable other) {
        return run(saving(one), saving(other));
    }

    /** What both gave. */
    static <T> List<T> run(Callable<T> one, Callable<T> other) {
        var barrier = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(() -> {
                barrier.await();
                return one.call();
            });
            var second = threads.submit(() -> {
                barrier.await();
                return other.call();
            });
            return List.of(first.get(), second.get());
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Callable<Outcome> saving(Runnable save) {
        return () -> {
            try {
                save.run();
                return Outcome.DONE;
            } catch (Overtaken e) {
                return Outcome.LOST;
            }
        };
    }
}
