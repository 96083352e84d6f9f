package dev.storetwin.cli;

import dev.storetwin.csv.CsvProblem;
import dev.storetwin.guardrail.RuleSetRefused;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
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
        console.say(
                "Something broke inside storetwin (%s). No result was written.\nMaybe a number of the input is beyond all measure; else please report this line."
                        .formatted(place(failure)));
        return ExitCode.FAULT;
    }

    /** What broke and where, in a line: enough to find it, and no more than somebody reads who did not write it. */
    private static String place(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        var ours = Arrays.stream(cause.getStackTrace())
                .filter(it -> it.getClassName().startsWith("dev.storetwin."))
                .findFirst();
        return cause.getClass().getSimpleName()
                + Optional.ofNullable(cause.getMessage())
                        .map(it -> ": " + it.lines().findFirst().orElse(""))
                        .orElse("")
                + ours.map(it -> ", %s:%d".formatted(it.getFileName(), it.getLineNumber()))
                        .orElse("");
    }

    private static boolean isMendable(Throwable failure) {
        return failure instanceof BadInput || failure instanceof CsvProblem || failure instanceof RuleSetRefused;
    }
}
