package casetrail.edge.identity;

/** Whether a session goes on: what holds a connection open asks it again and again. */
@FunctionalInterface
public interface Sessions {

    /** False once the token expired or was ended, the account was closed, its credential changed, or a grant the asker came with ended. */
    boolean stillValid(Asker asker);
}
