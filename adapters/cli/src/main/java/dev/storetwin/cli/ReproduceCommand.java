package dev.storetwin.cli;

import dev.storetwin.type.DecisionId;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether a decision comes out the same again. */
@Command(
        name = "reproduce",
        description = {
            "Makes a decision again from what was known then, and tells what differs, if anything (exit code 1).",
            "Needs only the data directory of a twin that is not running."
        })
@SuppressWarnings("NullAway.Init") // picocli fills in what is annotated
final class ReproduceCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The decision, such as d-0123456789abcdef.")
    private String id;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The twin's data directory.")
    private Path data;

    private final Console console;

    ReproduceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (var archive = DecisionArchives.open(data)) {
            var decision = DecisionId.of(id);
            if (archive.find(decision).isEmpty()) {
                throw DecisionArchives.unknown(id, data);
            }
            var answer = archive.reproduce(decision);
            console.print(answer.inWords());
            return answer.isIdentical() ? ExitCode.DONE : ExitCode.NO;
        }
    }
}
