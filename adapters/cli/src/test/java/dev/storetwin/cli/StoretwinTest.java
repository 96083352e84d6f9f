package dev.storetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StoretwinTest {

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> every_command_explains_itself() {
        return commands(Storetwin.commandLine(new Console(System.out, System.err, false, () -> 0)), List.of())
                .map(path -> DynamicTest.dynamicTest("storetwin " + String.join(" ", path), () -> {
                    var run = Shell.command(
                            Stream.concat(path.stream(), Stream.of("--help")).toArray(String[]::new));

                    assertThat(run.code()).isZero();
                    assertThat(run.err()).isEmpty();
                    assertThat(run.out())
                            .startsWith(("Usage: storetwin " + String.join(" ", path)).strip())
                            .contains("Exit codes: 0 done");
                    assertThat(run.lines()).allMatch(it -> it.length() <= 100);
                }));
    }

    private static Stream<List<String>> commands(CommandLine line, List<String> path) {
        var deeper = line.getSubcommands().entrySet().stream().flatMap(it -> {
            var longer = new ArrayList<>(path);
            longer.add(it.getKey());
            return commands(it.getValue(), longer);
        });
        return Stream.concat(Stream.of(path), deeper);
    }

    @Test
    void without_a_command_it_shows_how_it_is_used_and_that_nothing_was_done() {
        var run = Shell.command();

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Usage: storetwin").contains("forecast");
        assertThat(Shell.command("audit").code()).isEqualTo(2);
    }

    @Test
    void an_unknown_option_is_bad_usage_with_a_place_to_read_on() {
        var run = Shell.command("forecast", "--serie", "x");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--serie").contains("Maybe read: storetwin forecast --help");
    }

    @Test
    void no_memory_is_a_fault_and_not_the_answer_no() {
        var err = new ByteArrayOutputStream();
        var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8) {
            @Override
            public void print(String text) {
                throw new OutOfMemoryError("Java heap space");
            }
        };
        var rules = new Shell(folder).write("rules/a.drl", "package rules\n").getParent();
        var console = new Console(out, new PrintStream(err, true, StandardCharsets.UTF_8), false, () -> 0);

        assertThat(Main.run(console, "rules", "check", rules.toString())).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("not enough memory")
                .doesNotContain("at dev.");
    }

    @Test
    void what_nobody_foresaw_is_told_in_a_line_and_not_in_a_trace() {
        var err = new ByteArrayOutputStream();
        var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8) {
            @Override
            public void print(String text) {
                throw new IllegalStateException("this was not to be", new ArithmeticException("overflow"));
            }
        };
        var rules = new Shell(folder).write("rules/a.drl", "package rules\n").getParent();
        var console = new Console(out, new PrintStream(err, true, StandardCharsets.UTF_8), false, () -> 0);

        assertThat(Main.run(console, "rules", "check", rules.toString())).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("Something broke inside storetwin (ArithmeticException: overflow, StoretwinTest.java:")
                .contains("No result was written.\nMaybe")
                .doesNotContain("\tat ");
    }

    @Test
    void a_message_commands_no_terminal() {
        var err = new ByteArrayOutputStream();
        var stream = new PrintStream(err, true, StandardCharsets.UTF_8);

        new Console(stream, stream, false, () -> 0).say("tea\u001b[31m\nis\u0007red");

        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("tea\ufffd[31m\nis\ufffdred\n");
    }

    @Test
    void a_fault_of_ours_is_told_apart_from_a_mistake_of_the_caller() {
        var full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        var shell = new Shell(folder);
        shell.write("s.csv", "series,index,value\na,1,2\n");

        var run = shell.run("forecast --series @s.csv --horizon 1 --season 1 --out /dev/full");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .contains("/dev/full cannot be written")
                .contains("Maybe the disk is full")
                .doesNotContain("at dev.");
    }
}
