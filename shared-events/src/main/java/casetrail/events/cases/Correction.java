package casetrail.events.cases;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** One thing about a case told anew, with what was on record before. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "field")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Correction.OfClassification.class, name = "CLASSIFICATION"),
    @JsonSubTypes.Type(value = Correction.OfLocation.class, name = "LOCATION"),
    @JsonSubTypes.Type(value = Correction.OfGrid.class, name = "GRID"),
    @JsonSubTypes.Type(value = Correction.OfPublicText.class, name = "PUBLIC_TEXT"),
    @JsonSubTypes.Type(value = Correction.OfAsset.class, name = "ASSET"),
    @JsonSubTypes.Type(value = Correction.OfSource.class, name = "SOURCE")
})
public sealed interface Correction {

    record OfClassification(@Nullable Classification before, Classification after) implements Correction {}

    record OfLocation(Location before, Location after) implements Correction {}

    record OfGrid(GridPlacement before, GridPlacement after) implements Correction {}

    record OfPublicText(@Nullable String before, String after) implements Correction {}

    record OfAsset(@Nullable String before, String after) implements Correction {}

    record OfSource(Source before, Source after) implements Correction {}
}
