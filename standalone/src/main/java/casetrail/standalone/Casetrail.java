package casetrail.standalone;

import casetrail.standalone.commandline.CasetrailCommand;

/** Where the process begins; everything typed after {@code ./casetrail} arrives here. */
public final class Casetrail {

    private Casetrail() {}

    public static void main(String[] arguments) {
        System.exit(CasetrailCommand.line().execute(arguments));
    }
}
