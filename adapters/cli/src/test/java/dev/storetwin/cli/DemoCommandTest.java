package dev.storetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.testing.SyntheticShop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DemoCommandTest {

    private static final List<String> FILES = List.of("audit.jsonl", "decisions.csv", "report.html");

    @TempDir
    private Path folder;

    @Test
    void a_shop_is_lived_through_planned_guarded_acted_on_and_confirmed() throws IOException {
        var out = demo("a", "--seed", "3");

        assertThat(out).contains("pricing").contains("inventory").contains("Carried out in the shop: ");
        var audit = Files.readString(folder.resolve("a/audit.jsonl"));
        assertThat(audit).contains("\"kind\":\"decision\"").contains("\"outcome\":\"applied\"");
        assertThat(audit).contains("\"outcome\":\"confirmed\"");
        assertThat(Files.readAllLines(folder.resolve("a/decisions.csv"))).hasSizeGreaterThan(30);
        assertThat(Files.readString(folder.resolve("a/report.html"))).contains("</html>");
        assertThat(new Shell(folder).run("audit verify @a/audit.jsonl").code()).isZero();
    }

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_another_shop() throws IOException {
        var first = demo("a", "--seed", "3");
        var again = demo("b", "--seed", "3");
        demo("c", "--seed", "4");

        assertThat(again).isEqualTo(first);
        for (var file : FILES) {
            assertThat(folder.resolve("b").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("a").resolve(file));
        }
        assertThat(Files.readString(folder.resolve("c/decisions.csv")))
                .isNotEqualTo(Files.readString(folder.resolve("a/decisions.csv")));
    }

    private String demo(String name, String... options) {
        var out = new ByteArrayOutputStream();
        try (var results = new PrintStream(out, true, StandardCharsets.UTF_8);
                var messages = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)) {
            var console = new Console(results, messages, false, () -> 0);
            int code = new CommandLine(new DemoCommand(console, SyntheticShop::small))
                    .execute(
                            options[0],
                            options[1],
                            "--out",
                            folder.resolve(name).toString());
            assertThat(code).isZero();
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
