package casetrail.standalone.operations;

import casetrail.standalone.catalogue.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a table of filing standards.
 *
 * @param failed why nothing was kept; absent if the catalogue was
 * @param rows that were read; those that were left out are faults
 * @param keptIn the file in the data directory
 */
public record StandardsTold(
        @Nullable String failed,
        String name,
        String version,
        long subclasses,
        long rows,
        List<Finding> faults,
        List<Finding> remarks,
        String keptIn) {

    public StandardsTold {
        faults = List.copyOf(faults);
        remarks = List.copyOf(remarks);
    }

    static StandardsTold failed(String why) {
        return new StandardsTold(why, "", "", 0, 0, List.of(), List.of(), "");
    }
}
