package dev.storetwin.cli;

import dev.storetwin.core.DecisionArchive;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Why a decision came out as it did. */
@Command(
        name = "explain",
        description = {
            "Tells a decision in words: what, why, what the rules said, what else there was, and what became of it.",
            "Needs only the data directory of a twin that is not running."
        })
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private final KeptDecision decision = new KeptDecision();

    @Option(names = "--json", description = "Prints the audit trail's entry instead.")
    private boolean json;

    private final Console console;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var explanation = decision.ask(DecisionArchive::explain);
        console.print(json ? explanation.json() : explanation.text());
        return ExitCode.DONE;
    }
}
