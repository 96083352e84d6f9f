package dev.storetwin.cli;

import dev.storetwin.csv.CsvProblem;
import dev.storetwin.guardrail.RuleSetRefused;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells apart what the caller can mend and what only we can, and says so. */
final class Fault implements IExecutionExceptionHandler {

    private final Console console;

    Fault(Console console) {
        this.console = console;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        if (isMendable(failure)) {
            console.say(String.valueOf(failure.getMessage()));
            return ExitCode.BAD_INPUT;
        }
        if (failure instanceof UncheckedIOException) {
            console.say(String.valueOf(failure.getMessage()));
            return ExitCode.FAULT;
        }
        return report(failure);
    }

    /** Tells what nobody foresaw. */
    int report(Throwable failure) {
        if (failure instanceof OutOfMemoryError || failure.getCause() instanceof OutOfMemoryError) {
            console.say("There was not enough memory. No result was written.\nMaybe java -Xmx4g gives it more.");
            return ExitCode.FAULT;
        }
        console.say("Something broke inside storetwin. No result was written.");
        failure.printStackTrace(console.err());
        return ExitCode.FAULT;
    }

    private static boolean isMendable(Throwable failure) {
        return failure instanceof BadInput || failure instanceof CsvProblem || failure instanceof RuleSetRefused;
    }
}
