package dev.storetwin.rules.examples;

import static dev.storetwin.rules.examples.Samples.MUG;
import static dev.storetwin.rules.examples.Samples.euro;
import static dev.storetwin.rules.examples.Samples.price;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.storetwin.guardrail.Category;
import dev.storetwin.guardrail.Finding;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.RuleSetRefused;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.testing.RuleKit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder with rules of each kind: DRL, a table, limits. */
class RuleKitTest {

    private static final String CAP = """
        package rules
        import dev.storetwin.guardrail.*
        import dev.storetwin.pricing.PriceChange
        global Guard guard
        rule "price cap" when
            PriceChange($price : to, channel.value == "web")
            Limit(name == "price cap", $cap : amount, $price > $cap)
        then
            guard.block("{} is above {}", $price, $cap);
        end
        rule "idle" when PriceChange(to.amount > 1000000) then guard.review("a million"); end
        """;
    private static final String TABLE = """
        rule,"when PriceChange($sku : sku, move < {number})","when Category(sku == $sku, name in ({list}))","then guard.review({text})"
        deep cut,-0.5,,a deep cut
        mugs keep their price,-10 %,mugs; cups,mugs do not fall by a tenth
        """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() {
        write("cap.drl", CAP);
        write("reviews.csv", TABLE);
        write("limits.csv", "limit,scope,value\nprice cap,*,100 EUR\nprice cap,mugs,20 EUR\n");
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Test
    void limits_of_the_folder_are_known_by_the_scope_of_what_is_asked() {
        try (var kit = RuleKit.ofFolder(folder)) {
            assertThat(kit.given().check(price("30", "30.99")).severity()).isEqualTo(Severity.ALLOWED);
            assertThat(kit.given(new Category(MUG, "mugs"))
                            .check(price("30", "30.99"))
                            .hits())
                    .containsExactly(new RuleHit("price cap", Severity.BLOCKED, "30.99 EUR is above 20.00 EUR"));
        }
    }

    @Test
    void each_row_of_a_table_is_a_rule() {
        try (var kit = RuleKit.ofFolder(folder)) {
            var mugs = kit.given(new Category(MUG, "mugs")).ask(price("10", "8"));
            var hats = kit.given(new Category(MUG, "hats")).ask(price("10", "8"));
            var halved = kit.given(new Category(MUG, "hats")).ask(price("10", "4"));

            assertThat(mugs.fired()).containsExactly("mugs keep their price");
            assertThat(mugs.ruling().hits()).extracting(RuleHit::reason).containsExactly("mugs do not fall by a tenth");
            assertThat(hats.fired()).isEmpty();
            assertThat(halved.fired()).containsExactly("deep cut");
        }
    }

    @Test
    void what_the_rule_compiler_finds_in_a_table_is_told_by_row_and_cell() {
        write("reviews.csv", TABLE.replace("name in", "nome in"));

        var refused = catchThrowableOfType(RuleSetRefused.class, () -> RuleKit.ofFolder(folder));

        assertThat(refused.findings())
                .extracting(Finding::toString)
                .singleElement()
                .asString()
                .startsWith("reviews.csv:1:3: Category has no field 'nome'.");
    }

    @Test
    void a_name_that_a_cell_left_out_is_missed_in_its_row() {
        write(
                "reviews.csv",
                "rule,when PriceChange($sku : sku),when Category(sku == $sku),then guard.review({text})\n"
                        + "one,yes,yes,because\ntwo,,yes,because\n");

        var refused = catchThrowableOfType(RuleSetRefused.class, () -> RuleKit.ofFolder(folder));

        assertThat(refused.findings())
                .extracting(Finding::toString)
                .singleElement()
                .asString()
                .startsWith("reviews.csv:3:3: ");
    }

    @Test
    void coverage_names_rules_that_never_fired_and_conditions_that_were_never_false() {
        try (var kit = RuleKit.ofFolder(folder)) {
            kit.given(new Limit("price cap", "*", euro("5"))).check(price("4", "6"));
            kit.given().check(price("10", "9"));

            var coverage = kit.coverage();

            assertThat(coverage.neverFired())
                    .extracting(it -> it.file() + ":" + it.line() + " " + it.name())
                    .containsExactly(
                            "cap.drl:11 idle", "reviews.csv:2 deep cut", "reviews.csv:3 mugs keep their price");
            assertThat(coverage.neverFalse())
                    .extracting(it -> it.rule().name() + ": " + it.condition().text())
                    .contains("price cap: channel.value == \"web\"")
                    .doesNotContain("price cap: $price > $cap", "deep cut: move < -0.5");
            assertThat(coverage.toString())
                    .startsWith("1 of 4 rules fired, ")
                    .contains("\ncap.drl:6:30: In 'price cap' this was never false: channel.value == \"web\"");
        }
    }
}
