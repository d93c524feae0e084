/** What is kept outside the log and cannot be folded from it: credential hashes, tokens, checkpoints. */
@NullMarked
package casetrail.edge.state;

import org.jspecify.annotations.NullMarked;
