package casetrail.query.caselist;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes how a list of cases is sorted and cut into pages. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameters({
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"updated", "due", "priority", "opened", "number"})),
    @Parameter(
            name = "direction",
            in = ParameterIn.QUERY,
            description =
                    "if it is not said: `asc` by `due` and `number`, else `desc`; cases without a value come last",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"asc", "desc"})),
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "how many at most",
            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50")),
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description = "where the page before ended, as `Link` and `next` give it; for the same question only",
            schema = @Schema(type = "string"))
})
@interface AsksForPages {}
