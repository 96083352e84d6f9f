package dev.storetwin.cli;

import dev.storetwin.type.DecisionId;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Why a decision came out as it did. */
@Command(
        name = "explain",
        description = {
            "Tells a decision in words: what, why, what the rules said, what else there was, and what became of it.",
            "Needs only the data directory of a twin that is not running."
        })
@SuppressWarnings("NullAway.Init") // picocli fills in what is annotated
final class ExplainCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The decision, such as d-0123456789abcdef.")
    private String id;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The twin's data directory.")
    private Path data;

    @Option(names = "--json", description = "Prints the audit trail's entry instead.")
    private boolean json;

    private final Console console;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (var archive = DecisionArchives.open(data)) {
            var explanation = archive.explain(DecisionId.of(id)).orElseThrow(() -> DecisionArchives.unknown(id, data));
            console.print(json ? explanation.json() : explanation.text());
        }
        return ExitCode.DONE;
    }
}
