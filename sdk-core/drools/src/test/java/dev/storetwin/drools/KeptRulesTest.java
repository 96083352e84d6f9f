package dev.storetwin.drools;

import static dev.storetwin.drools.Drl.given;
import static dev.storetwin.drools.Drl.headed;
import static dev.storetwin.drools.Drl.price;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.guardrail.RuleCache;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.RuleSetRefused;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.pricing.PriceChange;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that were compiled once need not be compiled again, and judge as before. */
class KeptRulesTest {

    private static final RuleSet CAP = headed("""
            rule "cap" when PriceChange(to.amount > 25) then guard.block("{} is too much", 25); end
            rule "waking" when $c : PriceChange(to.amount > 1000) then update($c); end
            """);
    private static final PriceChange DEAR = price("20", "30");

    private final Shelf cache = new Shelf();

    @Test
    void what_was_kept_is_not_compiled_again_and_judges_the_same() {
        var first = ask(CAP);
        var second = ask(CAP);

        assertThat(second).isEqualTo(first);
        assertThat(second.hits()).hasSize(1);
        assertThat(cache.kept).isEqualTo(1);
    }

    @Test
    void other_rules_and_other_permissions_are_other_rules() {
        ask(CAP);
        ask(headed("rule \"cap\" when PriceChange(to.amount > 26) then guard.block(\"x\"); end"));
        new DroolsRuleCompiler(DroolsSettings.defaults().allowing("dev.storetwin.drools.host"))
                .compile(CAP, cache)
                .close();

        assertThat(cache.kept).isEqualTo(3);
    }

    @Test
    void what_was_damaged_anywhere_is_compiled_again() {
        var right = ask(CAP);
        var whole = cache.images.values().iterator().next().clone();

        for (int at = 0; at < whole.length; at += whole.length / 20) {
            var damaged = whole.clone();
            damaged[at] ^= 1;
            cache.images.replaceAll((key, image) -> damaged);
            assertThat(ask(CAP)).isEqualTo(right);
        }
        cache.images.replaceAll((key, image) -> new byte[0]);
        assertThat(ask(CAP)).isEqualTo(right);
    }

    @Test
    void what_was_compiled_against_other_types_is_compiled_again() {
        ask(CAP);
        var key = cache.images.keySet().iterator().next();
        var image = RuleImage.read(cache.images.get(key)).orElseThrow();
        var other = new TypeSignatures(image.builtOn().types(), "0".repeat(64));
        cache.images.put(key, new RuleImage(image.classes(), image.hasGuard(), image.wakingRules(), other).toBytes());

        ask(CAP);

        assertThat(cache.kept).isEqualTo(2);
        assertThat(image.builtOn().types()).contains(PriceChange.class.getName());
    }

    @Test
    void rules_that_were_compiled_when_the_application_was_built_are_found_among_its_resources(@TempDir Path folder)
            throws IOException {
        var rules =
                Files.writeString(folder.resolve("cap.drl"), CAP.files().get(0).content());
        var classes = folder.resolve("classes");

        CompileRules.main(new String[] {classes.toString(), rules.toString()});

        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            assertThat(ask(CAP).hits()).hasSize(1);
            assertThat(cache.kept).isZero();
        } finally {
            thread.setContextClassLoader(before);
        }
        assertThat(ask(CAP).hits()).hasSize(1);
        assertThat(cache.kept).isEqualTo(1);
    }

    @Test
    void refused_rules_are_not_kept() {
        assertThatThrownBy(() -> ask(headed("rule \"r\" when Nonsense() then end")))
                .isInstanceOf(RuleSetRefused.class);

        assertThat(cache.kept).isZero();
    }

    private Ruling<PriceChange> ask(RuleSet rules) {
        try (var compiled = new DroolsRuleCompiler().compile(rules, cache)) {
            return compiled.check(DEAR, given());
        }
    }

    /** Counts what it is given. */
    private static final class Shelf implements RuleCache {

        private final Map<String, byte[]> images = new HashMap<>();
        private int kept;

        @Override
        public Optional<byte[]> find(String key) {
            assertThat(key).matches("[0-9a-f]{64}");
            return Optional.ofNullable(images.get(key));
        }

        @Override
        public void keep(String key, byte[] compiled) {
            images.put(key, compiled);
            kept++;
        }
    }
}
