package casetrail.standalone.commandline;

import casetrail.standalone.serving.StartFailures;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program as it is typed; its parts are its subcommands. */
@Command(
        name = "casetrail",
        description = "Event-sourced case tracking for grid-based city service.",
        mixinStandardHelpOptions = true,
        versionProvider = CasetrailCommand.Version.class,
        subcommands = {
            ServeCommand.class,
            ImportCommand.class,
            StatusCommand.class,
            LogCommand.class,
            RebuildCommand.class,
            ViewCommand.class,
            ParkedCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class CasetrailCommand implements Runnable {

    /** What could not be done for a reason outside the program. */
    static final int FAILED = 1;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    private CommandLine.Model.CommandSpec spec;

    /** Ready to execute what was typed; every failure is told in one line. */
    public static CommandLine line() {
        return new CommandLine(new CasetrailCommand())
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    PrintWriter err = line.getErr();
                    err.println("casetrail: " + StartFailures.inOneLine(failure));
                    err.flush();
                    return FAILED;
                });
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
    }

    /** Says which build this is. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"casetrail " + casetrail.standalone.operations.Build.version()};
        }
    }
}
