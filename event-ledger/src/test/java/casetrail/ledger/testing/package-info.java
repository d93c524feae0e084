/** What tests of every module need to stand on a real log: an embedded PostgreSQL that is as safe as a served one. */
@NullMarked
package casetrail.ledger.testing;

import org.jspecify.annotations.NullMarked;
