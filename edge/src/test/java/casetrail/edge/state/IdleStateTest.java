package casetrail.edge.state;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.Sha256;
import casetrail.events.people.AccountName;
import java.lang.reflect.InvocationTargetException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contract is worth something only if a store that does nothing fails it. */
class IdleStateTest {

    @TestFactory
    Iterable<DynamicTest> a_store_that_does_nothing_fails() {
        return Arrays.stream(StateContract.class.getDeclaredMethods())
                .filter(m -> m.isAnnotationPresent(Test.class))
                .map(m -> DynamicTest.dynamicTest(m.getName(), () -> {
                    m.setAccessible(true);
                    boolean passed = true;
                    try {
                        m.invoke(new Idle());
                    } catch (InvocationTargetException e) {
                        passed = false;
                    }
                    assertThat(passed).as(m.getName()).isFalse();
                }))
                .toList();
    }

    private static final class Idle extends StateContract {

        @Override
        Credentials credentials() {
            return new Credentials() {
                @Override
                public Optional<String> hash(AccountName account) {
                    return Optional.empty();
                }

                @Override
                public void set(AccountName account, String hash) {}

                @Override
                public void remove(AccountName account) {}
            };
        }

        @Override
        Tokens tokens() {
            return new Tokens() {
                @Override
                public void keep(Token token) {}

                @Override
                public Optional<Token> find(Sha256 secret) {
                    return Optional.empty();
                }

                @Override
                public boolean end(Sha256 secret) {
                    return false;
                }

                @Override
                public int endAll(AccountName account) {
                    return 0;
                }

                @Override
                public int forgetExpired(Instant before) {
                    return 0;
                }
            };
        }

        @Override
        Checkpoints checkpoints() {
            return new Checkpoints() {
                @Override
                public OptionalLong next(String reader) {
                    return OptionalLong.empty();
                }

                @Override
                public void advance(String reader, long next) {}

                @Override
                public void forget(String reader) {}
            };
        }
    }
}
