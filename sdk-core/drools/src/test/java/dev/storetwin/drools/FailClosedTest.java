package dev.storetwin.drools;

import static dev.storetwin.drools.Drl.given;
import static dev.storetwin.drools.Drl.headed;
import static dev.storetwin.drools.Drl.price;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.drools.host.Counter;
import dev.storetwin.guardrail.CompiledRules;
import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.guardrail.Spend;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.type.Money;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What cannot be judged is blocked, by the name of the rule that is to blame. */
class FailClosedTest {

    private static final PriceChange CHANGE = price("20.00", "17.20");
    private static final DroolsSettings HOST = DroolsSettings.defaults().allowing("dev.storetwin.drools.host");

    @Test
    void a_rule_that_makes_itself_fire_again_is_stopped() {
        var rules = headed("""
                rule "calm" when PriceChange() then guard.review("look"); end
                rule "runaway" when $change : PriceChange() then update($change); end
                """);

        assertThat(ask(rules, CHANGE).hits())
                .containsExactly(
                        new RuleHit(
                                "runaway",
                                Severity.BLOCKED,
                                "The rules fired more than 1000 times and were stopped. Maybe this one makes itself fire again."));
    }

    @Test
    void a_modify_loop_that_shows_only_at_run_time_is_stopped() {
        var rules = host("""
                rule "count up" when $counter : Counter(count >= 0) then modify($counter) { setCount($counter.getCount() + 1) }; end
                """);

        var ruling = ask(rules, HOST, new Counter());

        assertThat(ruling.severity()).isEqualTo(Severity.BLOCKED);
        assertThat(ruling.hits()).extracting(RuleHit::rule).containsExactly("count up");
    }

    @Test
    void two_rules_that_wake_each_other_are_stopped() {
        var rules = host("""
                rule "up" when $counter : Counter(count < 5) then $counter.setCount(9); update($counter); end
                rule "down" when $counter : Counter(count > 5) then $counter.setCount(1); update($counter); end
                """);

        var ruling = ask(rules, HOST.withFireLimit(100), new Counter());

        assertThat(ruling.severity()).isEqualTo(Severity.BLOCKED);
        assertThat(ruling.hits()).extracting(RuleHit::rule).containsExactly("down", "up");
    }

    @Test
    void a_modify_that_ends_is_lawful() {
        var rules = host("""
                rule "count to ten" when $counter : Counter(count < 10) then modify($counter) { setCount($counter.getCount() + 1) }; end
                rule "ten" when Counter(count == 10) then guard.review("counted"); end
                """);

        assertThat(ask(rules, HOST, new Counter()).hits())
                .extracting(RuleHit::rule)
                .containsExactly("ten");
    }

    @Test
    void firing_as_often_as_the_limit_is_lawful_and_once_more_is_not() {
        var rules = headed("rule \"each\" when Spend() then guard.review(\"spends\"); end");
        var ten = IntStream.range(0, 10).mapToObj(it -> spend()).toArray(Fact[]::new);

        assertThat(ask(rules, DroolsSettings.defaults().withFireLimit(10), ten).severity())
                .isEqualTo(Severity.NEEDS_REVIEW);
        assertThat(ask(rules, DroolsSettings.defaults().withFireLimit(9), ten).severity())
                .isEqualTo(Severity.BLOCKED);
    }

    @Test
    void rules_that_take_too_long_are_stopped() {
        var rules = host("rule \"slow\" when $counter : Counter() Spend() then $counter.dawdle(); end");
        var facts = new Fact[] {new Counter(), spend(), spend(), spend()};

        var ruling = ask(rules, HOST.withDeadline(Duration.ofMillis(500)), facts);

        assertThat(ruling.hits())
                .containsExactly(new RuleHit(
                        "slow", Severity.BLOCKED, "The rules took more than 500 ms and were stopped at this one."));
    }

    @Test
    void an_exception_in_a_consequence_blocks_and_the_other_rules_still_speak() {
        var rules = host("""
                rule "broken" when $counter : Counter() then guard.review("{}", $counter.fail()); end
                rule "sound" when PriceChange() then guard.review("look"); end
                """);

        assertThat(ask(rules, HOST, new Counter()).hits())
                .containsExactly(
                        new RuleHit("broken", Severity.BLOCKED, "The rule failed: the counter is broken"),
                        new RuleHit("sound", Severity.NEEDS_REVIEW, "look"));
    }

    @Test
    void an_exception_in_a_condition_blocks_by_the_rules_that_have_it() {
        var rules = headed("""
                rule "sound" when PriceChange() then guard.review("look"); end
                rule "mixed" when PriceChange($to : to) Spend(amount > $to) then guard.review("{}", $to); end
                """);

        var ruling = ask(rules, CHANGE, new Spend(Money.of("1", "USD")));

        assertThat(ruling.severity()).isEqualTo(Severity.BLOCKED);
        assertThat(ruling.hits()).extracting(RuleHit::rule).containsExactly("mixed");
        assertThat(ruling.hits().get(0).reason())
                .startsWith("A condition of the rule failed:")
                .contains("EUR and USD cannot be mixed");
    }

    @Test
    void an_exception_in_a_constraint_on_one_fact_blocks_by_its_rule() {
        var rules = host("rule \"broken\" when Counter(fail() > 3) then guard.review(\"never\"); end");

        assertThat(ask(rules, HOST, new Counter()).hits())
                .containsExactly(new RuleHit(
                        "broken", Severity.BLOCKED, "A condition of the rule failed: the counter is broken"));
    }

    @Test
    void an_exception_while_binding_blocks() {
        var rules = host("rule \"broken\" when Counter($x : fail()) then guard.review(\"{}\", $x); end");

        var ruling = ask(rules, HOST, new Counter());

        assertThat(ruling.severity()).isEqualTo(Severity.BLOCKED);
        assertThat(ruling.hits()).extracting(RuleHit::rule).containsExactly("broken");
    }

    @Test
    void an_error_deeper_than_an_exception_blocks() {
        var rules =
                host("rule \"bottomless\" when $counter : Counter() then guard.block(\"{}\", $counter.sink()); end");

        var ruling = ask(rules, HOST, new Counter());

        assertThat(ruling.hits()).extracting(RuleHit::rule).containsExactly("bottomless");
        assertThat(ruling.severity()).isEqualTo(Severity.BLOCKED);
    }

    @Test
    void after_a_failure_the_next_check_is_as_if_nothing_had_been() {
        var rules = host("""
                rule "broken" when Counter(fail() > 3) then guard.review("never"); end
                rule "runaway" when $spend : Spend() then update($spend); end
                rule "sound" when PriceChange() then guard.review("look"); end
                """);

        try (var compiled = new DroolsRuleCompiler(HOST).compile(rules)) {
            assertThat(compiled.check(CHANGE, given(new Counter())).severity()).isEqualTo(Severity.BLOCKED);
            assertThat(compiled.check(CHANGE, given(spend())).severity()).isEqualTo(Severity.BLOCKED);
            assertThat(compiled.check(CHANGE, given()).hits())
                    .containsExactly(new RuleHit("sound", Severity.NEEDS_REVIEW, "look"));
        }
    }

    @Test
    void closed_rules_still_answer_those_who_hold_them_and_keep_nothing() {
        var compiled = Drl.compile(headed("rule \"r\" when PriceChange() then guard.review(\"look\"); end"));
        compiled.close();

        assertThat(compiled.check(CHANGE, given()).severity()).isEqualTo(Severity.NEEDS_REVIEW);
        assertThat(((DroolsRules) compiled).sessions().size()).isZero();
    }

    private static Ruling<PriceChange> ask(RuleSet rules, DroolsSettings settings, Fact... facts) {
        try (CompiledRules compiled = new DroolsRuleCompiler(settings).compile(rules)) {
            return compiled.check(CHANGE, given(facts));
        }
    }

    private static Ruling<PriceChange> ask(RuleSet rules, PriceChange change, Fact... facts) {
        return Drl.ask(rules, change, facts);
    }

    private static RuleSet host(String rules) {
        return headed("import dev.storetwin.drools.host.Counter\n" + rules);
    }

    private static Spend spend() {
        return new Spend(Money.of("5.00", "EUR"));
    }
}
