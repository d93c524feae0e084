package casetrail.edge.problem;

import casetrail.events.refusals.Refusal;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;

/** What the container refuses before any filter or controller is reached, in the same shape as every problem and not as a page. */
final class ContainerReports extends ErrorReportValve {

    private final ProblemWriter writer;

    ContainerReports(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported() || !canWrite(response)) {
            return;
        }
        try {
            writer.write(Refusal.of(StatusCodes.codeFor(status)), request, response);
        } catch (IOException e) {
            container.getLogger().debug("whoever asked is gone", e);
        }
    }

    private static boolean canWrite(Response response) {
        var allowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
        return allowed.get();
    }
}
