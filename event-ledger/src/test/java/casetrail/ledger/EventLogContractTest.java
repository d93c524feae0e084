package casetrail.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.StreamId;
import casetrail.events.log.StoredEvent;
import casetrail.ledger.testing.EventLogContract;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract is worth something: a log that does nothing fails every one of its tests. */
class EventLogContractTest {

    @ParameterizedTest
    @MethodSource
    void a_log_that_does_nothing_fails(Method test) throws Exception {
        assertThat(failureOf(test)).as(test.getName()).isNotNull();
    }

    static Stream<Method> a_log_that_does_nothing_fails() {
        return Arrays.stream(EventLogContract.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class));
    }

    private static @Nullable Throwable failureOf(Method test) throws IllegalAccessException {
        try {
            test.setAccessible(true);
            test.invoke(new OnNothing());
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }

    /** Not picked up as a suite of its own: it is meant to fail. */
    private static final class OnNothing extends EventLogContract {

        @Override
        protected Ledger emptyLog() {
            return new NothingLedger();
        }
    }

    private static final class NothingLedger implements Ledger {

        @Override
        public Appended append(Append append) {
            return new Appended(-1, -1, -1, Instant.EPOCH);
        }

        @Override
        public OptionalLong lastSequence(StreamId stream) {
            return OptionalLong.empty();
        }

        @Override
        public long end() {
            return 0;
        }

        @Override
        public List<StoredEvent> read(long from, int max) {
            return List.of();
        }

        @Override
        public List<StoredEvent> stream(StreamId stream, long fromSequence, int max) {
            return List.of();
        }

        @Override
        public OptionalLong positionOf(StreamId stream, long sequence) {
            return OptionalLong.empty();
        }

        @Override
        public long positionAt(Instant moment) {
            return 0;
        }

        @Override
        public boolean awaitBeyond(long position, Duration atMost) {
            return false;
        }
    }
}
