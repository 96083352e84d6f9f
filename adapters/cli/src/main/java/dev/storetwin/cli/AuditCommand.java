package dev.storetwin.cli;

import dev.storetwin.audit.Checkpoint;
import dev.storetwin.audit.CheckpointKey;
import dev.storetwin.audit.SignedCheckpoint;
import dev.storetwin.core.audit.AuditVerifier;
import java.io.IOException;
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
                    Optional<String> checkpoint,
            @Option(
                            names = "--signed",
                            paramLabel = "NOTE",
                            description = "File with a signed checkpoint that was kept.")
                    Optional<Path> signed,
            @Option(names = "--key", paramLabel = "NAME+ID+KEY", description = "Public key of who signed it.")
                    Optional<String> key) {
        if (!Files.isRegularFile(file)) {
            throw BadInput.of("There is no file %s.".formatted(file), "the path is meant from another folder.");
        }
        if (signed.isPresent() != key.isPresent() || (signed.isPresent() && checkpoint.isPresent())) {
            throw BadInput.of(
                    "--signed and --key belong together, and take the place of --checkpoint.",
                    "one of them was forgotten.");
        }
        var kept = signed.map(note -> verified(note, key.orElseThrow())).or(() -> checkpoint.map(AuditCommand::parsed));
        var verification = AuditVerifier.verify(file, kept);
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

    private static Checkpoint verified(Path note, String key) {
        try {
            return SignedCheckpoint.verified(Files.readString(note), CheckpointKey.parse(key))
                    .checkpoint();
        } catch (IllegalArgumentException refused) {
            throw new BadInput(String.valueOf(refused.getMessage()));
        } catch (IOException unreadable) {
            throw BadInput.of("%s cannot be read.".formatted(note), "the path is meant from another folder.");
        }
    }
}
