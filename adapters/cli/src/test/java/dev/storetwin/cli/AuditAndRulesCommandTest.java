package dev.storetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.audit.AuditEntry;
import dev.storetwin.audit.Checkpoint;
import dev.storetwin.audit.SignedCheckpoint;
import dev.storetwin.core.audit.JsonLinesAuditTrail;
import dev.storetwin.core.audit.SigningKeyFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditAndRulesCommandTest {

    private static final String RULE = """
        package rules
        import dev.storetwin.pricing.PriceChange
        global dev.storetwin.guardrail.Guard guard
        rule "no cheap goods"
        when
            PriceChange($to : to, !$to.isPositive())
        then
            guard.block("too cheap");
        end
        """;

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @Test
    void a_sound_trail_is_told_as_size_and_root_and_only_that() {
        trail(3);

        var run = shell.run("audit verify @audit.jsonl");

        assertThat(run.code()).isZero();
        assertThat(run.out()).matches("3:[0-9a-f]{64}\n");
        assertThat(run.err()).isEmpty();
        assertThat(shell.run("audit verify @audit.jsonl --checkpoint "
                                + run.out().strip())
                        .code())
                .isZero();
    }

    @Test
    void a_changed_line_is_a_no_that_names_the_line() {
        trail(3);
        shell.write("audit.jsonl", shell.read("audit.jsonl").replace("detail 1", "detail X"));

        var run = shell.run("audit verify @audit.jsonl");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("audit.jsonl: line 3, entry 1: changed");
    }

    @Test
    void a_cut_tail_is_found_by_a_checkpoint_kept_elsewhere() {
        trail(3);
        var kept = shell.run("audit verify @audit.jsonl").out().strip();
        var lines = shell.lines("audit.jsonl");
        shell.write("audit.jsonl", lines.subList(0, 3).stream().collect(Collectors.joining("\n", "", "\n")));

        assertThat(shell.run("audit verify @audit.jsonl").code()).isZero();
        assertThat(shell.run("audit verify @audit.jsonl --checkpoint " + kept).code())
                .isEqualTo(1);
    }

    @Test
    void a_signed_checkpoint_is_checked_with_the_key_of_who_signed_it() {
        trail(3);
        var signer = SigningKeyFile.open(folder.resolve("key"), "shop");
        var kept = Checkpoint.parse(shell.run("audit verify @audit.jsonl").out());
        shell.write("kept.txt", SignedCheckpoint.of(kept, signer).note());
        var verify = "audit verify @audit.jsonl --signed @kept.txt";

        assertThat(shell.run(verify + " --key " + signer.key()).code()).isZero();
        assertThat(shell.run(verify).code()).isEqualTo(2);
        var stranger = SigningKeyFile.open(folder.resolve("other"), "shop").key();
        assertThat(shell.run(verify + " --key " + stranger).code()).isEqualTo(2);

        shell.write("audit.jsonl", shell.lines("audit.jsonl").get(0) + "\n");
        assertThat(shell.run(verify + " --key " + signer.key()).code()).isEqualTo(1);
    }

    @Test
    void a_missing_trail_and_a_malformed_checkpoint_are_bad_input() {
        trail(1);

        assertThat(shell.run("audit verify @none.jsonl").code()).isEqualTo(2);
        assertThat(shell.run("audit verify @audit.jsonl --checkpoint 3:abc").code())
                .isEqualTo(2);
    }

    private void trail(int entries) {
        try (var trail = JsonLinesAuditTrail.open(folder.resolve("audit.jsonl"))) {
            for (int i = 0; i < entries; i++) {
                trail.append(new AuditEntry.Noted(Instant.EPOCH.plusSeconds(i), "note", "detail " + i));
            }
        }
    }

    @Test
    void rules_in_order_are_counted() {
        shell.write("rules/floor.drl", RULE);
        shell.write(
                "rules/deeper/other.drl",
                RULE.replace("cheap goods", "dear goods")
                        .replace("!$to.isPositive()", "$to.amount > 1000")
                        .replace("rules", "rules.deeper"));

        var run = shell.run("rules check @rules");

        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).matches("2 files are in order, content hash [0-9a-f]{64}\n");
    }

    @Test
    void a_broken_rule_is_a_no_with_file_line_and_column() {
        shell.write("rules/floor.drl", RULE.replace("$to : to,", "$to : too,"));

        var run = shell.run("rules check @rules");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).startsWith("floor.drl:6:");
    }

    @Test
    void a_folder_without_rules_is_bad_input() {
        shell.write("empty/readme.txt", "none");

        assertThat(shell.run("rules check @empty").code()).isEqualTo(2);
        assertThat(shell.run("rules check @nowhere").code()).isEqualTo(2);
    }
}
