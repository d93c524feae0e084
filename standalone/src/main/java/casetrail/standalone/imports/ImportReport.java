package casetrail.standalone.imports;

import java.nio.file.Path;

/**
 * What an import came to.
 *
 * @param run what this run did
 * @param totals what the log holds of this format after it, of all runs
 * @param interrupted whether it was told to stop before the end of the file
 * @param rejects the file that names every row that did not come in
 */
public record ImportReport(ImportProgress run, ImportTotals totals, boolean interrupted, Path rejects) {}
