package dev.storetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.testing.SyntheticShop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DecisionCommandsTest {

    @TempDir
    private Path folder;

    @Test
    void a_decision_of_a_kept_run_is_explained_and_comes_out_the_same() throws IOException {
        demo();
        var id = firstDecision();
        var shell = new Shell(folder);

        var explained = shell.run("explain " + id + " --data @data");
        var reproduced = shell.run("reproduce " + id + " --data @data");

        assertThat(explained.code()).isZero();
        assertThat(explained.out()).startsWith(id).contains("Why:").contains("What it rests on:");
        assertThat(shell.run("explain " + id + " --json --data @data").out()).contains("\"id\":\"" + id + "\"");
        assertThat(reproduced.out()).contains("comes out the same");
        assertThat(reproduced.code()).isZero();
    }

    @Test
    void a_name_that_is_not_there_and_a_directory_of_no_twin_are_told_apart() throws IOException {
        demo();
        var shell = new Shell(folder);

        var unknown = shell.run("reproduce d-none --data @data");
        var elsewhere = shell.run("explain d-none --data @nowhere");

        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("There is no decision 'd-none'");
        assertThat(elsewhere.code()).isEqualTo(2);
        assertThat(elsewhere.err()).contains("is not the data directory of a twin");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void other_rules_are_tried_on_what_a_kept_run_decided() throws IOException {
        demo();
        Files.createDirectory(folder.resolve("strict"));
        Files.writeString(folder.resolve("strict/no-orders.drl"), """
                package rules

                import dev.storetwin.guardrail.Guard
                import dev.storetwin.inventory.Replenishment

                global Guard guard

                rule "no orders"
                when
                    Replenishment()
                then
                    guard.block("we buy by hand");
                end
                """);
        var shell = new Shell(folder);

        var all = shell.run("rules shadow @strict --data @data");
        var one = shell.run("rules shadow @strict --data @data --newest 1");

        assertThat(all.code()).isZero();
        assertThat(all.out())
                .contains(
                        "would come out otherwise under strict",
                        "then do nothing (blocked; rules that spoke: no orders)");
        assertThat(one.out()).containsAnyOf("0 of 1 decisions", "1 of 1 decisions");
        assertThat(shell.run("rules shadow @strict --data @data --newest 0").code())
                .isEqualTo(2);
    }

    private String firstDecision() throws IOException {
        var row = Files.readAllLines(folder.resolve("out/decisions.csv")).get(1);
        return row.substring(0, row.indexOf(','));
    }

    private void demo() {
        try (var quiet = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)) {
            var console = new Console(quiet, quiet, false, () -> 0);
            int code = new CommandLine(new DemoCommand(console, SyntheticShop::small))
                    .execute(
                            "--out",
                            folder.resolve("out").toString(),
                            "--data",
                            folder.resolve("data").toString());
            assertThat(code).isZero();
        }
    }
}
