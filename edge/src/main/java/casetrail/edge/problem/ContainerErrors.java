package casetrail.edge.problem;

import casetrail.events.refusals.Refusal;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the container itself came to, in the same shape as every problem. Asked for directly, it is no page. */
@RestController
@Hidden // no address of the API
public class ContainerErrors implements ErrorController {

    private final Problems problems;
    private final Defects defects;

    ContainerErrors(Problems problems, Defects defects) {
        this.problems = problems;
        this.defects = defects;
    }

    @RequestMapping("${server.error.path:${error.path:/error}}")
    ResponseEntity<Problem> error(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        var path = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .map(Object::toString)
                .orElse(request.getRequestURI());
        var refusal =
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown && status >= 500
                        ? defects.note(thrown, request.getMethod(), path)
                        : Refusal.of(StatusCodes.codeFor(status));
        return problems.of(refusal, Languages.of(request), path);
    }
}
