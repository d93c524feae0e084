package casetrail.query.logfeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.AsyncEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ExchangeTest {

    private final AtomicInteger completed = new AtomicInteger();
    private final MockAsyncContext context =
            new MockAsyncContext(new MockHttpServletRequest(), new MockHttpServletResponse()) {
                @Override
                public void complete() {
                    completed.incrementAndGet();
                }
            };

    private final Exchange exchange = Exchange.of(context);
    private final ByteArrayOutputStream reader = new ByteArrayOutputStream();

    @Test
    void a_feed_that_is_done_completes_it_once() throws Exception {
        exchange.guarded(reader).write(new byte[] {1, 2});
        exchange.complete();
        exchange.complete();
        exchange.onError(new AsyncEvent(context));

        assertThat(completed).hasValue(1);
        assertThat(reader.size()).isEqualTo(2);
    }

    @Test
    void the_container_gets_its_objects_back_only_when_the_feed_has_left() throws Exception {
        var out = exchange.guarded(reader);
        var container = new Thread(() -> exchange.onError(new AsyncEvent(context)));
        container.start();

        await().until(() -> isRefused(out));
        // It waits, whatever the feed still does.
        await().until(() -> container.getState() == Thread.State.TIMED_WAITING);
        assertThat(completed).hasValue(0);
        exchange.complete();

        container.join();
        assertThat(completed).hasValue(1);
        assertThatThrownBy(out::flush).isInstanceOf(IOException.class);
    }

    @Test
    void nobody_is_waited_for_if_no_feed_was_started() {
        exchange.abandon();
        exchange.onError(new AsyncEvent(context));

        assertThat(completed).hasValue(1);
    }

    private static boolean isRefused(OutputStream out) {
        try {
            out.write(7);
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
