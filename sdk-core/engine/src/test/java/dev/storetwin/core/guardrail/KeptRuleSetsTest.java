package dev.storetwin.core.guardrail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.journal.FileDisk;
import dev.storetwin.guardrail.RuleFile;
import dev.storetwin.guardrail.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptRuleSetsTest {

    private static final RuleSet RULES = new RuleSet(
            "shop",
            List.of(new RuleFile("a.drl", "rule \"\u00e4\" when then end"), new RuleFile("b/c.drl", "// \"\\")));

    @TempDir
    private Path folder;

    @Test
    void a_set_is_found_by_its_hash_after_a_restart() {
        KeptRuleSets.in(new FileDisk(), folder.resolve("rule-sets")).keep(RULES.trusted());

        var later = KeptRuleSets.in(new FileDisk(), folder.resolve("rule-sets"));

        assertThat(later.find(RULES.contentHash())).contains(RULES.trusted());
        assertThat(later.find("0".repeat(64))).isEmpty();
    }

    @Test
    void a_damaged_file_is_no_rule_set() throws IOException {
        var kept = KeptRuleSets.in(new FileDisk(), folder);
        kept.keep(RULES);
        var file = folder.resolve(RULES.contentHash() + ".json");
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 3] ^= 1;
        Files.write(file, bytes);

        assertThat(KeptRuleSets.in(new FileDisk(), folder).find(RULES.contentHash()))
                .isEmpty();
    }

    @Test
    void without_a_folder_the_newest_are_kept() {
        var kept = KeptRuleSets.inMemory();
        var first = RuleSet.of("0.drl", "// 0");
        kept.keep(first);
        for (int i = 1; i <= KeptRuleSets.IN_MEMORY; i++) {
            kept.keep(RuleSet.of(i + ".drl", "// " + i));
        }

        assertThat(kept.find(first.contentHash())).isEmpty();
        assertThat(kept.find(RuleSet.of("1.drl", "// 1").contentHash())).isPresent();
    }
}
