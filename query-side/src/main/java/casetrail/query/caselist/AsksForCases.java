package casetrail.query.caselist;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the filters that every question for cases takes. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameters({
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "a state, for example `IN_PROGRESS`; repeated: any of them",
            array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(
            name = "class",
            in = ParameterIn.QUERY,
            description = "a major class; repeated: any of them",
            array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(
            name = "subclass",
            in = ParameterIn.QUERY,
            description = "a subclass with its class, for example `01/0102`; repeated: any of them",
            array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(
            name = "unit",
            in = ParameterIn.QUERY,
            description = "the unit that holds the case; repeated: any of them",
            array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(
            name = "area",
            in = ParameterIn.QUERY,
            description = "a grid, or the beginning of its code that stands for an area around it",
            schema = @Schema(type = "string")),
    @Parameter(
            name = "assignee",
            in = ParameterIn.QUERY,
            description = "the field worker who is on the case; repeated: any of them",
            array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(
            name = "channel",
            in = ParameterIn.QUERY,
            description = "the way by which the report came; repeated: any of them",
            array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(
            name = "source",
            in = ParameterIn.QUERY,
            description = "where the report came from; repeated: any of them",
            array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(
            name = "overdue",
            in = ParameterIn.QUERY,
            description = "whether the deadline of a running clock is passed",
            schema = @Schema(type = "boolean")),
    @Parameter(
            name = "flag",
            in = ParameterIn.QUERY,
            description = "a flag, for example `reworked`; repeated: all of them",
            array = @ArraySchema(schema = @Schema(type = "string"))),
    @Parameter(
            name = "text",
            in = ParameterIn.QUERY,
            description =
                    "words of public text, address, class or number, all of which must be there; Chinese is found by"
                            + " every two characters in a row",
            schema = @Schema(type = "string", maxLength = 100)),
    @Parameter(
            name = "opened-from",
            in = ParameterIn.QUERY,
            description = "recorded at this moment or later",
            schema = @Schema(type = "string", format = "date-time")),
    @Parameter(
            name = "opened-until",
            in = ParameterIn.QUERY,
            description = "recorded before this moment",
            schema = @Schema(type = "string", format = "date-time")),
    @Parameter(
            name = "updated-from",
            in = ParameterIn.QUERY,
            description = "last changed at this moment or later",
            schema = @Schema(type = "string", format = "date-time")),
    @Parameter(
            name = "updated-until",
            in = ParameterIn.QUERY,
            description = "last changed before this moment",
            schema = @Schema(type = "string", format = "date-time")),
    @Parameter(
            name = "due-before",
            in = ParameterIn.QUERY,
            description = "with a running clock whose deadline lies before this moment",
            schema = @Schema(type = "string", format = "date-time")),
    @Parameter(
            name = "bbox",
            in = ParameterIn.QUERY,
            description = "`west,south,east,north` in degrees WGS-84, edges included",
            schema = @Schema(type = "string", example = "119.2,26.0,119.4,26.2")),
    @Parameter(
            name = "at-least-position",
            in = ParameterIn.QUERY,
            description = "wait until the event at this position of the log is counted in, at most 5 seconds",
            schema = @Schema(type = "integer", format = "int64", minimum = "0"))
})
@interface AsksForCases {}
