package dev.storetwin.cli;

import dev.storetwin.core.DecisionArchive;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The decisions of a data directory. */
final class DecisionArchives {

    private DecisionArchives() {}

    /** @throws BadInput when there is no such directory, or it cannot be used */
    static DecisionArchive open(Path directory) {
        try {
            return DecisionArchive.open(directory);
        } catch (IllegalArgumentException | UncheckedIOException unusable) {
            throw new BadInput(String.valueOf(unusable.getMessage()));
        }
    }

    static BadInput unknown(String id, Path directory) {
        return BadInput.of(
                "There is no decision '%s' in %s.".formatted(id, directory),
                "its name was cut; decisions.csv and audit.jsonl name them all.");
    }
}
