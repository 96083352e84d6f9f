package dev.storetwin.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The entrance. As a host it owns the standard streams, the stopwatch and the end of the process; everything below is handed them. */
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        var out = stream(FileDescriptor.out);
        var err = stream(FileDescriptor.err);
        int code = run(new Console(out, err, isTerminal(), System::nanoTime), args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /** As picocli sees it: since Java 22 there is a console even when nobody sits at it. */
    private static boolean isTerminal() {
        return CommandLine.Help.Ansi.AUTO.enabled();
    }

    /** Runs one command in this process. */
    static int run(Console console, String... args) {
        try {
            return Storetwin.commandLine(console).execute(args);
        } catch (Error broken) { // picocli lets them pass, and the JVM would end with 1, which says "no"
            return new Fault(console).report(broken);
        }
    }
}
