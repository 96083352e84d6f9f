package dev.storetwin.benchmarks.guardrail;

import dev.storetwin.guardrail.Category;
import dev.storetwin.guardrail.DayStartPrice;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.LandedCost;
import dev.storetwin.guardrail.Market;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.StockCover;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Region;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rules as a shop has them, of five kinds and as many as one likes, and a price change about which one in three speaks. */
public final class MadeUpRules {

    static final Sku MUG = Sku.of("MUG-1");
    static final Channel WEB = Channel.of("web");

    private static final String HEAD = """
            package rules
            import dev.storetwin.guardrail.*
            import dev.storetwin.pricing.PriceChange
            global Guard guard
            """;

    private static final List<String> KINDS = List.of("""
            rule "floor %1$d"
            when
                PriceChange($sku : sku, $price : to)
                LandedCost(sku == $sku, $floor : amount.times(1.%1$03d), $price < $floor)
            then
                guard.block("{} is below {}", $price, $floor);
            end
            """, """
            rule "day move %1$d"
            when
                PriceChange($sku : sku, $channel : channel, $price : to)
                DayStartPrice(sku == $sku, channel == $channel, $price < amount.times(0.%1$03d))
            then
                guard.review("more than a day's move of %1$d");
            end
            """, """
            rule "short %1$d"
            when
                PriceChange($sku : sku, move < 0)
                StockCover(sku == $sku, days < %1$d, units < 50)
            then
                guard.block("no discount while {} days last", %1$d);
            end
            """, """
            rule "region %1$d"
            when
                PriceChange($channel : channel, to.amount > %1$d)
                Market(channel == $channel, region.value == "R%1$d")
            then
                guard.block("too much for the region");
            end
            """, """
            rule "category %1$d"
            when
                $change : PriceChange($sku : sku, $price : to, to.amount < 500)
                Category(sku == $sku, name == "C%1$d")
                not Market(channel == $change.channel, region.value == "X%1$d")
            then
                guard.adjust($change.withTo($price.roundedUpToEnding("99")), "prices end in 99");
            end
            """);

    private MadeUpRules() {}

    /** As many rules. */
    public static RuleSet rules(int count) {
        return RuleSet.of(
                "made-up.drl",
                IntStream.range(0, count)
                        .mapToObj(it -> KINDS.get(it % KINDS.size()).formatted(it))
                        .collect(Collectors.joining("", HEAD, "")));
    }

    static PriceChange change() {
        return new PriceChange(MUG, WEB, Money.of("20.00", "EUR"), Money.of("10.30", "EUR"));
    }

    /** Five facts. */
    static GuardrailContext context() {
        return new GuardrailContext(
                Instant.EPOCH,
                ZoneOffset.UTC,
                List.of(
                        new LandedCost(MUG, Money.of("10.25", "EUR")),
                        new DayStartPrice(MUG, WEB, Money.of("20.00", "EUR")),
                        new StockCover(MUG, 20, 5),
                        new Market(WEB, Region.of("DE")),
                        new Category(MUG, "C4")));
    }
}
