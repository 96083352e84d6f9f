package dev.storetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.core.guardrail.Guardrails;
import dev.storetwin.core.guardrail.KeptRuleSets;
import dev.storetwin.core.guardrail.SheetCompiler;
import dev.storetwin.guardrail.RuleCache;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.RuleSetRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile rule files come through no door: not through a command, not into the guardrails of a twin, and not in the cells of a table. */
class HostileRulesTest {

    private static final Path FILES = Path.of("../../sdk-core/drools/src/test/resources/hostile");
    private static final Pattern EXPECTED = Pattern.compile("// expected: (\\d+:\\d+) ([^\\n]*)\\n.*", Pattern.DOTALL);
    private static final String LAWFUL = """
            package rules
            import dev.storetwin.guardrail.*
            import dev.storetwin.pricing.PriceChange
            global Guard guard
            rule "lawful" when PriceChange() then guard.review("look"); end
            """;

    @TempDir
    private Path folder;

    static List<Path> files() throws IOException {
        try (var paths = Files.list(FILES)) {
            return paths.sorted().toList();
        }
    }

    @AfterEach
    void nothing_has_run() {
        assertThat(System.getProperty("storetwin.hostile")).isNull();
        assertThat(Path.of("target/storetwin-hostile")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_command_names_file_line_and_column(Path file) throws IOException {
        var text = Files.readString(file);
        var expected = EXPECTED.matcher(text);
        assertThat(expected.matches()).isTrue();
        var shell = new Shell(folder);
        shell.write("rules/" + file.getFileName(), text);

        var run = shell.run("rules check @rules");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains(file.getFileName() + ":" + expected.group(1) + ": ")
                .contains(expected.group(2));
        assertThat(run.err()).doesNotContain("\tat ");
    }

    @Test
    void what_is_in_force_stays_in_force() throws IOException {
        try (var guardrails =
                new Guardrails(SheetCompiler.ofServices(), RuleCache.NONE, KeptRuleSets.inMemory(), List.of())) {
            guardrails.install(guardrails.compile(RuleSet.of("lawful.drl", LAWFUL)));
            var inForce = guardrails.gate().rulesHash();

            for (var file : files()) {
                var hostile = RuleSet.of(file.getFileName().toString(), Files.readString(file));
                assertThatThrownBy(() -> guardrails.install(guardrails.compile(hostile)))
                        .isInstanceOf(RuleSetRefused.class);
            }

            assertThat(guardrails.gate().rulesHash()).isEqualTo(inForce);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rule,when PriceChange(),then guard.block({text})|x,yes,\"\"\");System.exit(1);//\"|0|",
                "rule,when PriceChange(),\"then guard.block(\"\"no: {text}\"\")\"|x,yes,\"\"\");System.exit(1);//\"|0|",
                "rule,when PriceChange(),then guard.block({text})|x,yes,\\|0|",
                "rule,when PriceChange(),then guard.block({text})|x,yes,\\\");System.exit(1);//|0|",
                "rule,when PriceChange(),then guard.block({text})|x\" when then System.exit(1); end //,yes,a|1|table.csv:2:1: ",
                "rule,when PriceChange(),then guard.block({text})|x,yes,\\u0022);System.exit(1);//|1|table.csv:2:3: Unicode",
                "rule,when PriceChange(to.amount > {number}),then guard.block(\"a\")|x,1e999999999,yes|1|table.csv:2:2: '1e999999999' is not a number",
                "rule,when PriceChange(to > {money}),then guard.block(\"a\")|x,1e2147483647 EUR,yes|1|table.csv:2:2: '1e2147483647 EUR' is not an amount",
                "rule,when PriceChange(sku.value matches {text}),then guard.block(\"a\")|x,(a*)*b,yes|1|table.csv:1:2: A pattern",
                "rule,when PriceChange(sku.value in ({list})),then guard.block(\"a\")|x,a\") or eval(System.exit(1)==null) //,yes|0|",
                "rule,when eval({text} == null),then guard.block(\"a\")|x,a,yes|1|table.csv:1:2: A condition has no 'eval'.",
                "rule,when PriceChange(),then System.exit({number});|x,yes,1|1|table.csv:1:3: 'System.exit' is not for rules.",
                "rule,when PriceChange(),then guard.block({text}) end rule \"y\" when then System.exit(1)|x,yes,a|1|table.csv:1:3: ",
                "limit,scope,value|cap,*,1e999999999|1|table.csv:2:3: '1e999999999' is no limit"
            })
    void cells_are_values_and_never_code(String header, String row, int code, String finding) {
        var shell = new Shell(folder);
        shell.write("rules/table.csv", header + "\n" + row + "\n");

        var run = shell.run("rules check @rules");

        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(code);
        assertThat(run.out()).contains(finding == null ? "1 files are in order" : finding);
    }
}
