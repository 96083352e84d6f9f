package dev.storetwin.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.storetwin.guardrail.RuleFile;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.RuleSetRefused;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken and hostile rule files: each is refused with its place, and nothing of it runs. Some would end this very process. */
class HostileFilesTest {

    private static final String TRACE = "storetwin.hostile";
    private static final Path FILE = Path.of("target/storetwin-hostile");

    static List<HostileFile> files() {
        return HostileFile.all();
    }

    @BeforeEach
    void nothing_has_run_yet() {
        System.clearProperty(TRACE);
    }

    @AfterEach
    void nothing_has_run() {
        assertThat(System.getProperty(TRACE)).isNull();
        assertThat(FILE).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("files")
    void each_is_refused_with_its_line_and_column(HostileFile hostile) {
        var refused = refusal(new RuleSet("hostile", List.of(hostile.file())));

        assertThat(refused.findings())
                .allMatch(it -> it.line() > 0 || it.problem().isEmpty());
        assertThat(refused.findings()).as(hostile.file().name()).anySatisfy(it -> assertThat(it.toString())
                .startsWith(hostile.file().name() + ":" + hostile.place() + ": ")
                .contains(hostile.problem()));
    }

    @Test
    void there_are_enough_of_them() {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void one_among_lawful_ones_keeps_all_of_them_out() {
        var lawful = new RuleFile(
                "lawful.drl", Drl.HEAD + "rule \"lawful\" when PriceChange() then guard.review(\"x\"); end");
        var hostile = files().get(0).file();

        var refused = refusal(new RuleSet("mixed", List.of(lawful, hostile)));

        assertThat(refused.findings()).allMatch(it -> it.file().equals(hostile.name()));
    }

    /** Else the proof that nothing runs would prove nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"static-call-in-condition", "eval", "eval-within-not"})
    void trusted_they_do_run(String name) {
        var hostile = files().stream()
                .filter(it -> it.file().name().matches("\\d+-" + name + "\\.drl"))
                .findFirst()
                .orElseThrow();

        Drl.ask(new RuleSet("trusted", List.of(hostile.file())).trusted(), Drl.price("20", "17"));

        assertThat(System.clearProperty(TRACE)).isEqualTo("ran");
    }

    @Test
    void a_file_beyond_all_measure_is_not_even_read() {
        var vast =
                Drl.HEAD + "rule \"vast\" when PriceChange() then guard.block(\"" + "x".repeat(1_000_000) + "\"); end";

        assertThat(refusal(RuleSet.of("vast.drl", vast)).findings())
                .extracting(Object::toString)
                .containsExactly(
                        "vast.drl:1:1: The file has more than 1,000,000 characters. Maybe several files say it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int n = 0; %s|n = n + 1; ",
                "boolean b = %strue;|!",
                "guard.block(%s\"x\");|$to + ",
                "guard.block(\"x\"%s);|.strip()",
                "%sguard.block(\"x\");|if (true) ",
                "Object o = %s\"x\";|(Object) "
            })
    void a_rule_deeper_or_longer_than_a_parser_can_stand_is_refused_by_its_line(String consequence) {
        var parts = consequence.split("\\|");
        var rules = Drl.headed("rule \"r\" when PriceChange($to : to) then\n"
                + parts[0].formatted(parts[1].repeat(5_000)) + "\nend\n");

        assertThat(refusal(rules).findings()).isNotEmpty().allMatch(it -> it.line() == 5);
    }

    @Test
    void a_condition_that_fails_on_nothing_is_refused_rather_than_thrown() {
        var rules = Drl.headed(
                "import java.util.List\nrule \"r\"\nwhen\n  List(get(0) != null) from collect(Spend())\nthen\nend\n");

        assertThat(Drl.problems(rules)).singleElement().asString().startsWith("8:");
    }

    @Test
    void a_number_in_a_reason_is_not_written_out_beyond_measure() {
        assertThat(Reason.of("{}", new java.math.BigDecimal("1e999999999"))).isEqualTo("1E+999999999");
    }

    private static RuleSetRefused refusal(RuleSet rules) {
        var refused = catchThrowableOfType(
                RuleSetRefused.class, () -> Drl.compile(rules).close());
        assertThat(refused).isNotNull();
        return refused;
    }
}
