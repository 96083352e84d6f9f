package dev.storetwin.cli;

import dev.storetwin.audit.Checkpoint;
import dev.storetwin.core.audit.AuditVerifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about audit trails. */
@Command(name = "audit", description = "Checks audit trails.")
final class AuditCommand extends CommandGroup {

    private final Console console;

    AuditCommand(Console console) {
        super(console);
        this.console = console;
    }

    @Command(
            name = "verify",
            description = {
                "Checks that nothing in an audit trail was changed, dropped, moved or inserted.",
                "Prints SIZE:ROOT of the whole trail, to be kept elsewhere; or the first entry that is wrong (exit code 1).",
                "With a checkpoint that was kept, a cut tail and a rewritten trail are found as well."
            })
    int verify(
            @Parameters(paramLabel = "FILE", description = "The trail, such as audit.jsonl.") Path file,
            @Option(names = "--checkpoint", paramLabel = "SIZE:ROOT", description = "What was printed earlier.")
                    Optional<String> checkpoint) {
        if (!Files.isRegularFile(file)) {
            throw BadInput.of("There is no file %s.".formatted(file), "the path is meant from another folder.");
        }
        var verification = AuditVerifier.verify(file, checkpoint.map(AuditCommand::parsed));
        console.print(
                verification.isSound() ? verification.message() : "%s: %s".formatted(file, verification.message()));
        return verification.isSound() ? ExitCode.DONE : ExitCode.NO;
    }

    private static Checkpoint parsed(String text) {
        try {
            return Checkpoint.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw new BadInput(String.valueOf(malformed.getMessage()));
        }
    }
}
