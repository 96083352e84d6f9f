package dev.storetwin.core.guardrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.guardrail.Category;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.guardrail.Market;
import dev.storetwin.guardrail.NumberLimit;
import dev.storetwin.guardrail.RuleCache;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Region;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Sku MUG = Sku.of("MUG-1");
    private static final Channel WEB = Channel.of("web");
    private static final Target MUG_ON_WEB = Target.of(MUG, WEB);
    private static final List<NumberLimit> CAPS =
            List.of(cap("*"), cap("EU"), cap("web"), cap("mugs"), cap("MUG-1"), cap("MUG-2"));

    private static NumberLimit cap(String scope) {
        return new NumberLimit("cap", scope, 1);
    }

    private static List<NumberLimit> without(int most) {
        return CAPS.stream().limit(most).toList();
    }

    @Test
    void the_most_specific_scope_wins() {
        var known = List.of(new Category(MUG, "mugs"), new Market(WEB, Region.of("EU")));

        assertThat(new Limits(CAPS).of(MUG_ON_WEB, known)).containsExactly(cap("MUG-1"));
        assertThat(new Limits(without(4)).of(MUG_ON_WEB, known)).containsExactly(cap("mugs"));
        assertThat(new Limits(without(3)).of(MUG_ON_WEB, known)).containsExactly(cap("web"));
        assertThat(new Limits(without(2)).of(MUG_ON_WEB, known)).containsExactly(cap("EU"));
        assertThat(new Limits(without(1)).of(MUG_ON_WEB, known)).containsExactly(cap("*"));
    }

    @Test
    void each_name_has_its_own_winner_and_what_is_not_known_has_no_limits() {
        var discount = new NumberLimit("discount", "*", 0.1);

        assertThat(new Limits(List.of(cap("mugs"), discount)).of(MUG_ON_WEB, List.of()))
                .containsExactly(discount);
    }

    @Test
    void those_of_the_rule_set_win_over_the_others_of_their_scope() {
        var own = new Limits(List.of(cap("*"), new NumberLimit("other", "*", 2)));

        var both = own.under(List.of(new Limit("cap", "*", Money.of("5", "EUR"))));

        assertThat(both.of(MUG_ON_WEB, List.of()))
                .containsExactly(new Limit("cap", "*", Money.of("5", "EUR")), new NumberLimit("other", "*", 2));
    }

    @Test
    void limits_alone_need_no_compiler_and_guard_nothing() {
        var guardrails =
                new Guardrails(new SheetCompiler(Optional.empty()), RuleCache.NONE, KeptRuleSets.inMemory(), List.of());
        var limits = RuleSet.of("limits.csv", "limit,scope,value\ncap,*,1\n");

        guardrails.install(guardrails.compile(limits));

        assertThat(guardrails.gate().limits()).containsExactly(cap("*"));
        assertThat(guardrails.gate().isGuarded()).isFalse();
        assertThat(guardrails.gate().rulesHash()).isEqualTo(limits.contentHash());
    }

    @Test
    void rules_need_one() {
        var guardrails =
                new Guardrails(new SheetCompiler(Optional.empty()), RuleCache.NONE, KeptRuleSets.inMemory(), List.of());

        assertThatThrownBy(() -> guardrails.compile(RuleSet.of("a.drl", "rule")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("storetwin-drools");
    }
}
