package dev.storetwin.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that only holds others: alone it shows how it is used. */
@SuppressWarnings("NullAway.Init") // picocli fills in what is annotated
abstract class CommandGroup implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    private final Console console;

    CommandGroup(Console console) {
        this.console = console;
    }

    @Override
    public final Integer call() {
        spec.commandLine().usage(console.err());
        return ExitCode.BAD_INPUT;
    }
}
