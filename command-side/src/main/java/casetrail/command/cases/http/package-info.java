/** Commands about cases over HTTP: request records, their faults, sealing, versions, repeats, and what is answered. */
@NullMarked
package casetrail.command.cases.http;

import org.jspecify.annotations.NullMarked;
