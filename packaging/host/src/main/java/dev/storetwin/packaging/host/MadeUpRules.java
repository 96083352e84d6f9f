package dev.storetwin.packaging.host;

import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import dev.storetwin.guardrail.RuleSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** As many rules as one likes, drawn from a seed; ten of them are the first ten of fifty. */
final class MadeUpRules {

    private static final Draws DRAWS = Draws.of(8);

    private static final String HEAD = """
            package rules
            import dev.storetwin.guardrail.*
            import dev.storetwin.pricing.PriceChange
            global Guard guard
            """;

    /** With the number of the rule, a category, a whole number of euros and a share. */
    private static final List<String> KINDS = List.of("""
            rule "floor %1$d"
            when
                PriceChange($sku : sku, $price : to, to.amount < %3$d)
                Category(sku == $sku, name == "%2$s")
                LandedCost(sku == $sku, $floor : amount.times(1.%4$02d), $price < $floor)
            then
                guard.block("{} is below {}", $price, $floor);
            end
            """, """
            rule "day move %1$d"
            when
                PriceChange($sku : sku, $channel : channel, $price : to, move < -0.%4$02d)
                Category(sku == $sku, name == "%2$s")
                DayStartPrice(sku == $sku, channel == $channel, $was : amount, $price < $was)
            then
                guard.review("from {} to {} in a day", $was, $price);
            end
            """, """
            rule "short %1$d"
            when
                PriceChange($sku : sku, move < -0.%4$02d)
                StockCover(sku == $sku, $days : days, days < %3$d)
                not Category(sku == $sku, name == "%2$s")
            then
                guard.block("no discount while {} days last", $days);
            end
            """, """
            rule "ending %1$d"
            when
                $change : PriceChange($sku : sku, $price : to, move > 0.%4$02d, to.amount > %3$d)
                Category(sku == $sku, name == "%2$s")
            then
                guard.adjust($change.withTo($price.roundedUpToEnding("99")), "prices end in 99");
            end
            """, """
            rule "favourite %1$d"
            when
                PriceChange($sku : sku, to.amount > %3$d)
                Standing(favourite == true, expectedGain > %3$d)
                exists Category(sku == $sku, name == "%2$s")
            then
                guard.review("dear and wanted: more than %3$d");
            end
            """);

    private MadeUpRules() {}

    static RuleSet of(int count) {
        var rules = IntStream.range(0, count).mapToObj(MadeUpRules::rule).collect(Collectors.joining());
        return RuleSet.of(count + " made-up rules", HEAD + rules);
    }

    private static String rule(int number) {
        var draw = DRAWS.keyed("rule", "made-up", number);
        var kind = KINDS.get(below(KINDS.size(), draw));
        return kind.formatted(number, "C" + below(4, draw), 5 + below(25, draw), below(20, draw));
    }

    private static int below(int bound, Draw draw) {
        return (int) (bound * draw.nextDouble());
    }
}
