package casetrail.edge.state;

import java.util.OptionalLong;

/** How far readers of the log have come, by their names; what they built stands beside it. Safe for many threads and processes. */
public interface Checkpoints {

    /** The longest name of a reader. */
    int NAME_MAX = 100;

    /** The first position that the reader has not yet counted in; empty if it never began. */
    OptionalLong next(String reader);

    /** Notes how far the reader has come. A smaller position than the one kept is ignored: two processes may tell. */
    void advance(String reader, long next);

    /** Forgets the reader, so that it begins anew. */
    void forget(String reader);
}
