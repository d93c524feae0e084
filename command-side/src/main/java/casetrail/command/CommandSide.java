package casetrail.command;

import casetrail.command.people.http.FirstStart;
import casetrail.edge.ServesHttp;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The write model as a process of its own, for deployments that run the two sides apart. */
@ServesHttp
@Import(CommandSideConfiguration.class)
public class CommandSide {

    CommandSide() {}

    /** Serves until it is told to end. */
    public static void main(String[] arguments) {
        var context = new SpringApplicationBuilder(CommandSide.class)
                .properties("spring.config.name=command-side")
                .run(arguments);
        context.getBean(FirstStart.class).ensureAdministrator().ifPresent(CommandSide::tell);
    }

    /** To whoever started the process, and never through the logger: logs are kept and sent around. */
    private static void tell(FirstStart.FirstAdministrator first) {
        var terminal = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        terminal.printf(
                "First start: the administrator is '%s' with the password %s (told only once; change it).%n",
                first.account(), first.password());
    }
}
