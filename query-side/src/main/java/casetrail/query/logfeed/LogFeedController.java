package casetrail.query.logfeed;

import casetrail.edge.identity.Asker;
import casetrail.events.log.EventLog;
import casetrail.events.log.StoredEvent;
import casetrail.query.logfeed.FeedLines.Form;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The log as a feed, over HTTP. */
@RestController
@Tag(name = "log")
class LogFeedController {

    /** Tells the end of the log to who asks for headers only. */
    static final String NEXT_HEADER = "Casetrail-Log-Next";

    private static final MediaType NDJSON = MediaType.APPLICATION_NDJSON;

    private final EventLog log;
    private final Feeds feeds;

    LogFeedController(EventLog log, Feeds feeds) {
        this.log = log;
        this.feeds = feeds;
    }

    /**
     * Where the log ends.
     *
     * @param next the position that the next event will have: the number of events
     * @param recordedAt of the last event; absent while there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LogEnd(long next, @Nullable Instant recordedAt) {}

    @GetMapping(
            path = "/api/log",
            produces = {MediaType.APPLICATION_NDJSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE})
    @Operation(
            operationId = "readLog",
            summary = "The log, event by event, in order",
            description =
                    "One JSON object a line, or server-sent events by `Accept`. Lines with `position` are events, with envelope"
                            + " and payload as they are stored; other lines say how far the feed came: `endOfLog` with `next`, the position to"
                            + " go on with, `limitReached`, `heartbeat`, and `ended` with the cause if the server ends the feed."
                            + " For " + FeedRights.READERS_TOLD + ".")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "the first position wanted",
            schema = @Schema(type = "integer", format = "int64", minimum = "0", defaultValue = "0"))
    @Parameter(
            name = "since",
            in = ParameterIn.QUERY,
            description = "instead of `from`: events recorded at this moment or later; with its zone",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(
            name = "name",
            in = ParameterIn.QUERY,
            description =
                    "only events of this stored name, or whose name begins so if it ends in a dot; may be repeated",
            array = @ArraySchema(schema = @Schema(type = "string", example = "case.filed")))
    @Parameter(
            name = "stream",
            in = ParameterIn.QUERY,
            description = "only events of this stream",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "unit",
            in = ParameterIn.QUERY,
            description = "only events done for this unit or naming it",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "at most so many events",
            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
    @Parameter(
            name = "follow",
            in = ParameterIn.QUERY,
            description = "stay when the end is reached, and tell what comes",
            schema = @Schema(type = "boolean", defaultValue = "false"))
    @Parameter(
            name = "include",
            in = ParameterIn.QUERY,
            description = "`access` to have the streams of logins and refused commands, too; for who may",
            array = @ArraySchema(schema = @Schema(type = "string", allowableValues = "access")))
    @Parameter(
            name = "Last-Event-ID",
            in = ParameterIn.HEADER,
            description = "of server-sent events: the last position seen; goes before `from` and `since`",
            schema = @Schema(type = "integer", format = "int64", minimum = "0"))
    @ApiResponse(
            responseCode = "200",
            description = "The feed",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                        schema = @Schema(oneOf = {FeedLine.Event.class, FeedLine.Mark.class})),
                @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string"))
            })
    @ApiResponse(responseCode = "406", description = "NOT_ACCEPTABLE")
    @ApiResponse(responseCode = "429", description = "TOO_MANY_REQUESTS: too many feeds are open")
    void feed(
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response,
            @Parameter(hidden = true) Asker asker)
            throws IOException {
        var form = form(request);
        var query = asked(request).understood(asker, form, log);
        feeds.reserve(asker);
        boolean started = false;
        try {
            response.setContentType(
                    form == Form.SSE ? MediaType.TEXT_EVENT_STREAM_VALUE : MediaType.APPLICATION_NDJSON_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
            if (!request.getMethod().equals("HEAD")) {
                started = start(asker, query, form, request, response);
            }
        } finally {
            if (!started) {
                feeds.release(asker);
            }
        }
    }

    private boolean start(
            Asker asker, FeedQuery query, Form form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var exchange = Exchange.of(request.startAsync(request, response));
        boolean started = false;
        try {
            // All headers are written here: from now on the feed's thread alone touches the response.
            response.flushBuffer();
            feeds.start(asker, query, form, exchange.guarded(response.getOutputStream()), exchange);
            started = true;
            return true;
        } finally {
            if (!started) {
                exchange.abandon();
            }
        }
    }

    @GetMapping(path = "/api/log/end", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "readEndOfLog",
            summary = "Where the log ends",
            description = "`HEAD` tells it in the header `" + NEXT_HEADER + "`.")
    @ApiResponse(
            responseCode = "200",
            description = "The position that the next event will have",
            headers = @Header(name = NEXT_HEADER, description = "the same number"))
    ResponseEntity<LogEnd> end(@Parameter(hidden = true) Asker asker) {
        FeedRequest.rights(asker);
        long next = log.end();
        var last = next == 0 ? List.<StoredEvent>of() : log.read(next - 1, 1);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(NEXT_HEADER, Long.toString(next))
                .body(new LogEnd(next, last.isEmpty() ? null : last.getFirst().recordedAt()));
    }

    private static FeedRequest asked(HttpServletRequest request) {
        return new FeedRequest(
                request.getParameter("from"),
                request.getParameter("since"),
                all(request, "name"),
                request.getParameter("stream"),
                request.getParameter("unit"),
                request.getParameter("limit"),
                request.getParameter("follow"),
                all(request, "include"),
                request.getHeader("Last-Event-ID"));
    }

    private static List<String> all(HttpServletRequest request, String name) {
        var values = request.getParameterValues(name);
        return values == null ? List.of() : Arrays.asList(values);
    }

    /** Server-sent events only for who likes them better: a reader who takes anything gets lines. */
    private static Form form(HttpServletRequest request) {
        var accept = String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        var accepted = MediaType.parseMediaTypes(accept);
        return quality(accepted, MediaType.TEXT_EVENT_STREAM) > quality(accepted, NDJSON) ? Form.SSE : Form.NDJSON;
    }

    private static double quality(List<MediaType> accepted, MediaType type) {
        return accepted.stream()
                .filter(a -> a.includes(type))
                .max(Comparator.comparingInt(LogFeedController::precision))
                .map(MediaType::getQualityValue)
                .orElse(0.0);
    }

    private static int precision(MediaType type) {
        return type.isWildcardType() ? 0 : type.isWildcardSubtype() ? 1 : 2;
    }
}
