package casetrail.command.cases.http;

import casetrail.edge.problem.Outage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for an answer within a bound. What comes too late may still be done: the same request with its key tells. */
final class Waiting {

    static final Duration MAX = Duration.ofSeconds(30);

    private Waiting() {}

    static <T> T until(CompletableFuture<T> answer) {
        return until(answer, MAX);
    }

    static <T> T until(CompletableFuture<T> answer, Duration most) {
        try {
            return answer.get(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (TimeoutException e) {
            throw new NoAnswer("no answer within %s".formatted(most), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("interrupted while waiting", e);
        }
    }

    /** Nobody knows whether it was done. */
    static final class NoAnswer extends Outage {

        private static final long serialVersionUID = 1;

        NoAnswer(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
