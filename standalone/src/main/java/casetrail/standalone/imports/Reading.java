package casetrail.standalone.imports;

import java.util.List;

/** What became of reading a row. */
sealed interface Reading {

    record Understood(ForeignRequest request) implements Reading {}

    /** The row lacks its key, its opening time or its class; each lack is named. */
    record Rejected(List<Fault> faults) implements Reading {
        public Rejected {
            faults = List.copyOf(faults);
        }
    }
}
