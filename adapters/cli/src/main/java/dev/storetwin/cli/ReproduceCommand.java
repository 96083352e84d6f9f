package dev.storetwin.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Whether a decision comes out the same again. */
@Command(
        name = "reproduce",
        description = {
            "Makes a decision again from what was known then, and tells what differs, if anything (exit code 1).",
            "Needs only the data directory of a twin that is not running."
        })
final class ReproduceCommand implements Callable<Integer> {

    @Mixin
    private final KeptDecision decision = new KeptDecision();

    private final Console console;

    ReproduceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var answer = decision.ask((archive, id) -> archive.find(id).map(it -> archive.reproduce(id)));
        console.print(answer.inWords());
        return answer.isIdentical() ? ExitCode.DONE : ExitCode.NO;
    }
}
