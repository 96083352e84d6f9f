package dev.storetwin.cli;

import dev.storetwin.guardrail.RuleSet;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The rules of a folder. */
final class MerchantRules {

    private MerchantRules() {}

    /**
     * All rule files of a folder and its subfolders.
     *
     * @throws BadInput when there is no such folder, or no rule file in it
     */
    static RuleSet read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw BadInput.of(
                    "There is no folder %s with rules.".formatted(folder), "a single file was named: name its folder.");
        }
        try {
            return RuleSet.fromDirectory(folder.toAbsolutePath().normalize());
        } catch (IllegalArgumentException | UncheckedIOException unusable) {
            throw new BadInput(String.valueOf(unusable.getMessage()));
        }
    }
}
