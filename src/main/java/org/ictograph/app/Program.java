package org.ictograph.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ictograph.session.Sentence;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: which commands there are, and how their ends become exit statuses. */
final class Program {
    /** Done. */
    static final int DONE = 0;
    /** Done, and the answer is no. */
    static final int NO = 1;
    /** Could not be done. */
    static final int FAILED = 2;

    private Program() {}

    /** Runs one command and returns its exit status. */
    static int run(Console console, String... arguments) {
        try (Desk desk = new Desk(console)) {
            CommandLine line = line(desk);
            line.setErr(new PrintWriter(console.notes(), true, StandardCharsets.UTF_8));
            line.setExecutionExceptionHandler((failure, command, parsed) -> failed(console, command, failure));
            line.setParameterExceptionHandler((failure, parsed) -> misused(console, failure));
            line.setCaseInsensitiveEnumValuesAllowed(true);
            return line.execute(arguments);
        }
    }

    /** All commands with their options. */
    static CommandLine line(Desk desk) {
        CommandLine line = new CommandLine(new Ictograph(desk));
        for (Object command : commands(desk)) {
            line.addSubcommand(command);
        }
        return line;
    }

    private static List<Object> commands(Desk desk) {
        return List.of(
                new DemoCommand(desk),
                new ManualCommand(desk),
                new InfoCommand(desk),
                new FrameCommand(desk),
                new NewCommand(desk),
                new AddCommand(desk),
                new RelinkCommand(desk),
                new ImportCommand(desk),
                new LabelsCommand(desk),
                new FormatsCommand(desk),
                new BoxesCommand(desk),
                new PoseCommand(desk),
                new ProposeCommand(desk),
                new ModelsCommand(desk),
                new BatchCommand(desk),
                new ReportCommand(desk),
                new TrainCommand(desk),
                new CoverageCommand(desk),
                new RecallCommand(desk),
                new AgreeCommand(desk),
                new FiguresCommand(desk),
                new PlanCommand(desk),
                new ExportCommand(desk),
                new ProfilesCommand(desk),
                new EvaluateCommand(desk),
                new VerifyCommand(desk),
                new HistoryCommand(desk),
                new SignCommand(desk),
                new AssignCommand(desk),
                new SubmitCommand(desk),
                new ReceiveCommand(desk),
                new RolesCommand(desk),
                new BundleCommand(desk),
                new MergeCommand(desk),
                new RestoreCommand(desk),
                new SalvageCommand(desk));
    }

    private static int failed(Console console, CommandLine command, Exception failure) {
        console.note("ictograph: " + Sentence.of(failure));
        Ictograph root = (Ictograph) command.getCommandSpec().root().userObject();
        if (root.debug()) {
            failure.printStackTrace(console.notes());
        }
        return FAILED;
    }

    private static int misused(Console console, ParameterException failure) {
        String name = failure.getCommandLine().getCommandSpec().qualifiedName();
        console.note("ictograph: " + failure.getMessage() + " — see: " + name + " --help");
        UnmatchedArgumentException.printSuggestions(
                failure, new PrintWriter(console.notes(), true, StandardCharsets.UTF_8));
        return FAILED;
    }
}
