package casetrail.query.handling;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the parameters that every history takes. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameters({
    @Parameter(
            name = "updated-from",
            in = ParameterIn.QUERY,
            description = "cases last changed at this moment or later",
            schema = @Schema(type = "string", format = "date-time")),
    @Parameter(
            name = "updated-until",
            in = ParameterIn.QUERY,
            description = "cases last changed before this moment",
            schema = @Schema(type = "string", format = "date-time")),
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "how many cases at most",
            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50")),
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description = "where the page before ended, as `Link` and `next` give it; for the same question only",
            schema = @Schema(type = "string")),
    @Parameter(
            name = "at-least-position",
            in = ParameterIn.QUERY,
            description = "wait until the event at this position of the log is counted in, at most 5 seconds",
            schema = @Schema(type = "integer", format = "int64", minimum = "0"))
})
@interface AsksForHistory {}
