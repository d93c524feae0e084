package casetrail.edge.problem;

import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** Everything that goes wrong in a controller, and what Spring itself refuses, as one shape of problem. */
@RestControllerAdvice
public class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;
    private final Defects defects;

    ProblemAdvice(Problems problems, Defects defects) {
        this.problems = problems;
        this.defects = defects;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Problem> tell(Exception thrown, HttpServletRequest request) {
        var cause = thrown instanceof CompletionException || thrown instanceof ExecutionException
                ? thrown.getCause() == null ? thrown : thrown.getCause()
                : thrown;
        if (cause instanceof AsyncRequestNotUsableException) {
            // The client has gone; there is nobody to answer.
            return null;
        }
        var told = refused(cause, request);
        return problems.of(told.refusal(), told.violations(), Languages.of(request), request.getRequestURI());
    }

    private RefusedException refused(Throwable thrown, HttpServletRequest request) {
        return switch (thrown) {
            case RefusedException e -> e;
            case Exception e when Outage.isOne(e) -> unavailable(e, request);
            case AsyncRequestTimeoutException e -> unavailable(e, request);
            case HttpMessageNotReadableException e -> unreadable(e);
            case MaxUploadSizeExceededException e -> new RefusedException(BoundedBodies.tooLarge(e.getMaxUploadSize()));
            case HttpMediaTypeNotSupportedException e ->
                new RefusedException(Refusal.of(RefusalCode.UNSUPPORTED_TYPE)
                        .with("type", String.valueOf(e.getContentType()))
                        .with("accepted", types(e.getSupportedMediaTypes())));
            case HttpMediaTypeNotAcceptableException e ->
                new RefusedException(
                        Refusal.of(RefusalCode.NOT_ACCEPTABLE).with("accepted", types(e.getSupportedMediaTypes())));
            case HttpRequestMethodNotSupportedException e ->
                new RefusedException(Refusal.of(RefusalCode.METHOD_NOT_ALLOWED)
                        .with("method", e.getMethod())
                        .with("allowed", methods(e)));
            case NoResourceFoundException e -> new RefusedException(RefusalCode.NOT_FOUND);
            case NoHandlerFoundException e -> new RefusedException(RefusalCode.NOT_FOUND);
            case AccessDeniedException e -> new RefusedException(RefusalCode.FORBIDDEN_ROLE);
            case InvalidParameterException e -> undecodable();
            case TypeMismatchException e -> mismatch(e);
            case ServletRequestBindingException e -> missing(e);
            case ErrorResponse e ->
                new RefusedException(
                        Refusal.of(StatusCodes.codeFor(e.getStatusCode().value())));
            default -> new RefusedException(defects.note(thrown, request.getMethod(), request.getRequestURI()));
        };
    }

    private static RefusedException unavailable(Exception e, HttpServletRequest request) {
        LOG.warn("{} {} met an outage: {}", request.getMethod(), request.getRequestURI(), e.getMessage());
        return new RefusedException(RefusalCode.UNAVAILABLE);
    }

    private static RefusedException unreadable(HttpMessageNotReadableException thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof BodyTooLarge e) {
                return new RefusedException(BoundedBodies.tooLarge(e.bytesMax()));
            }
            if (t instanceof JacksonException e && !(t.getCause() instanceof BodyTooLarge)) {
                return JsonFaults.of(e).refusal();
            }
        }
        return new Violations().add("", FaultRule.MISSING).refusal();
    }

    /** The container shows no parameter at all if one of them is no text; its message may quote anything. */
    private static RefusedException undecodable() {
        return new Violations()
                .add("query:", FaultRule.MALFORMED, Map.of("fault", "not UTF-8 in percent encoding"))
                .refusal();
    }

    /** A part of the path that is no id names nothing; elsewhere it is a fault of the request. */
    private static RefusedException mismatch(TypeMismatchException e) {
        var name =
                e instanceof MethodArgumentTypeMismatchException m ? m.getName() : String.valueOf(e.getPropertyName());
        boolean inPath = e instanceof MethodArgumentTypeMismatchException m
                && m.getParameter().hasParameterAnnotation(PathVariable.class);
        if (inPath) {
            return new RefusedException(RefusalCode.NOT_FOUND);
        }
        return new Violations()
                .add("query:" + name, FaultRule.MALFORMED, Map.of("fault", String.valueOf(e.getValue())))
                .refusal();
    }

    private static RefusedException missing(ServletRequestBindingException thrown) {
        var pointer = switch (thrown) {
            case MissingRequestHeaderException e -> "header:" + e.getHeaderName();
            case MissingServletRequestParameterException e -> "query:" + e.getParameterName();
            case MissingPathVariableException e -> "path:" + e.getVariableName();
            default -> "";
        };
        return new Violations().add(pointer, FaultRule.MISSING).refusal();
    }

    private static String types(Iterable<MediaType> types) {
        return StreamSupport.stream(types.spliterator(), false)
                .map(MediaType::toString)
                .sorted()
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String methods(HttpRequestMethodNotSupportedException e) {
        var methods = e.getSupportedHttpMethods();
        return methods == null
                ? "-"
                : methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
    }
}
