package casetrail.standalone.catalogue;

import java.util.List;

/**
 * What became of a table.
 *
 * @param faults rows that were left out, and why
 * @param remarks rows that were taken though something about them had to be read between the lines
 */
public record StandardsReading(FilingStandards standards, List<Finding> faults, List<Finding> remarks) {

    public StandardsReading {
        faults = List.copyOf(faults);
        remarks = List.copyOf(remarks);
    }
}
