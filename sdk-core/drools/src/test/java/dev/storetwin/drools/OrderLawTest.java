package dev.storetwin.drools;

import static dev.storetwin.drools.Drl.cost;
import static dev.storetwin.drools.Drl.given;
import static dev.storetwin.drools.Drl.price;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.guardrail.RuleFile;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.guardrail.Spend;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.type.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Which rule stands or speaks first does not matter. */
class OrderLawTest {

    private static final List<String> RULES = List.of(
            "rule \"floor\" when PriceChange($to : to) LandedCost($to < amount.times(1.1)) then guard.block(\"{}\", $to); end",
            "rule \"cap\" when PriceChange($to : to) Limit(name == \"cap\", $to > amount) then guard.review(\"{}\", $to); end",
            "rule \"end\" when $c : PriceChange(!to.endsWith(\"99\")) then guard.adjust($c.withTo($c.to().roundedUpToEnding(\"99\")), \"ends in 99\"); end",
            "rule \"half\" salience 7 when $c : PriceChange(move < -0.5) then guard.adjust($c.withTo($c.from().times(0.5)), \"half at most\"); end",
            "rule \"broken\" when PriceChange($to : to) Limit(name == \"broken\") then guard.review(\"{}\", $to.ratioTo($to.minus($to))); end",
            "rule \"spend\" when Spend($a : amount, amount.amount > 3) then guard.review(\"{}\", $a); end");

    private static final PriceChange[] CHANGES = {
        price("20.00", "17.99"), price("20.00", "17.20"), price("20.00", "5.00"), price("20.00", "31.50")
    };

    private static final List<Fact> FACTS = List.of(
            cost("10.00"),
            limit("cap", "25"),
            limit("cap", "30"),
            limit("broken", "1"),
            new Spend(Money.of("2", "EUR")),
            new Spend(Money.of("7", "EUR")));

    @Property(tries = 25)
    void the_order_of_rules_files_and_facts_does_not_matter(
            @ForAll("orders") List<Integer> ruleOrder,
            @ForAll("orders") List<Integer> factOrder,
            @ForAll("splits") int split) {
        var facts = factOrder.stream().map(FACTS::get).toArray(Fact[]::new);

        try (var rules = Drl.compile(files(ruleOrder, split))) {
            for (int number = 0; number < CHANGES.length; number++) {
                assertThat(rules.check(CHANGES[number], given(facts))).isEqualTo(EXPECTED.get(number));
            }
        }
    }

    private static final Map<Integer, Ruling<PriceChange>> EXPECTED = expected();

    private static Map<Integer, Ruling<PriceChange>> expected() {
        var expected = new HashMap<Integer, Ruling<PriceChange>>();
        try (var rules = Drl.compile(files(List.of(0, 1, 2, 3, 4, 5), 6))) {
            for (int number = 0; number < CHANGES.length; number++) {
                expected.put(number, rules.check(CHANGES[number], given(FACTS.toArray(Fact[]::new))));
            }
        }
        return Map.copyOf(expected);
    }

    private static RuleSet files(List<Integer> order, int split) {
        var files = new ArrayList<RuleFile>();
        files.add(file("one.drl", order.subList(0, split)));
        if (split < order.size()) {
            files.add(file("two.drl", order.subList(split, order.size())));
        }
        return new RuleSet("rules", files);
    }

    private static RuleFile file(String name, List<Integer> order) {
        return new RuleFile(
                name,
                Drl.HEAD + String.join("\n", order.stream().map(RULES::get).toList()));
    }

    private static Limit limit(String name, String amount) {
        return new Limit(name, "*", Money.of(amount, "EUR"));
    }

    @Provide
    Arbitrary<List<Integer>> orders() {
        return Arbitraries.shuffle(IntStream.range(0, RULES.size()).boxed().toList());
    }

    @Provide
    Arbitrary<Integer> splits() {
        return Arbitraries.integers().between(1, RULES.size());
    }
}
