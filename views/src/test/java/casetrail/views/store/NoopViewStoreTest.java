package casetrail.views.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contract is worth something only if a store that does nothing fails it. */
class NoopViewStoreTest {

    private static final int PROMISES_AT_LEAST = 40;

    @TestFactory
    Iterable<DynamicTest> a_store_that_does_nothing_fails() {
        var promises = Arrays.stream(ViewStoreContract.class.getMethods())
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
        assertThat(promises).hasSizeGreaterThan(PROMISES_AT_LEAST);
        return List.copyOf(promises);
    }

    private static final class Idle extends ViewStoreContract {

        @Override
        public ViewStore store() {
            return new NoopViewStore();
        }
    }
}
