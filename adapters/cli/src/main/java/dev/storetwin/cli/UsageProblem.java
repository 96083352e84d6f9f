package dev.storetwin.cli;

import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with a command, how it is used, and where to read more. */
final class UsageProblem implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException problem, String[] args) {
        var line = problem.getCommandLine();
        var err = line.getErr();
        err.println(problem.getMessage());
        UnmatchedArgumentException.printSuggestions(problem, err);
        err.print(line.getHelp().fullSynopsis());
        err.printf("Maybe read: %s --help%n", line.getCommandSpec().qualifiedName());
        err.flush();
        return ExitCode.BAD_INPUT;
    }
}
