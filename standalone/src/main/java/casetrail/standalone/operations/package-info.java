/** What the operator of this machine asks of a running server: how it stands, and to import a file. */
@NullMarked
package casetrail.standalone.operations;

import org.jspecify.annotations.NullMarked;
