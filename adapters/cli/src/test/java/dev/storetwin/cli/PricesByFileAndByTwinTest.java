package dev.storetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.CoupledPrice;
import dev.storetwin.Twin;
import dev.storetwin.cli.prices.ProductPrices;
import dev.storetwin.cli.prices.RuleFile;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.event.CostChanged;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PricePlanner;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.pricing.PriceRule;
import dev.storetwin.pricing.PriceWishes;
import dev.storetwin.pricing.SkuInChannel;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Evidence;
import dev.storetwin.proposal.Objective;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.state.TwinState;
import dev.storetwin.testing.SettableClock;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.ProductId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.TaxMode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same things, once in files and once in a shop: the command and the twin plan the same prices. */
class PricesByFileAndByTwinTest {

    private static final Instant NOW = Instant.parse("2026-05-06T09:00:00Z");
    private static final Source SOURCE = new Source("shelf");
    private static final List<String> RULES = List.of(
            "*,margin_floor,20%",
            "*,max_change,10%",
            "channel:web,max_rise,5%",
            "*,min_change,2%",
            "family:f0,max_price,13",
            "*,parity,5%",
            "*,parity,same",
            "*,family_band,20%",
            "*,size_order,",
            "*,max_moves,3",
            "channel:store,max_moves,1",
            "*,markdown_budget,40",
            "*,change_cost,0.50 EUR",
            "*,fewest_changes,",
            "channel:web,min_price,11.50");

    @TempDir
    private Path folder;

    /** A row of the file, and what stands behind it in the shop. */
    private record Item(
            SkuInChannel pair, int family, int size, long price, long cost, double units, double elasticity) {

        static final double DOUBT = .3;

        String row() {
            return "%s,%s,%s,,,%s,%s,.99,f%d,%d,%s,%s,EUR"
                    .formatted(
                            pair.sku(),
                            plain(price),
                            plain(cost),
                            plain(Math.round(price * .8)),
                            plain(Math.round(price * 1.2)),
                            family,
                            size,
                            units,
                            pair.channel());
        }

        double score(long cents) {
            return cents == price ? value(cents, 0) : Math.min(value(cents, -DOUBT), value(cents, DOUBT));
        }

        private double value(long cents, double off) {
            return (cents - cost) / 100.0 * sold(cents, off);
        }

        double sold(long cents, double off) {
            return units * StrictMath.pow((double) cents / price, elasticity + off);
        }

        Alternative<PriceChange> at(Money to) {
            var change = new PriceChange(pair.sku(), pair.channel(), money(price), to);
            long cents = to.amount().movePointRight(2).longValueExact();
            return Alternative.of(change, score(cents), new Evidence("expected units", sold(cents, 0), "units"));
        }

        Stream<TwinEvent> events() {
            var at = NOW.minus(Duration.ofDays(90));
            var listed = VariantUpserted.of(SOURCE, pair.sku(), "a thing", "things", at);
            return Stream.of(
                    new VariantUpserted(
                            listed.header(),
                            pair.sku(),
                            Set.of(),
                            Optional.of(ProductId.of("f" + family)),
                            "a thing",
                            listed.category(),
                            Optional.empty(),
                            TaxMode.NET,
                            true,
                            Optional.empty(),
                            List.of(),
                            Map.of("size", Integer.toString(size))),
                    CostChanged.of(SOURCE, pair.sku(), money(cost), at),
                    PriceChanged.of(SOURCE, pair.sku(), pair.channel(), money(price), at));
        }
    }

    private static String plain(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    private static Money money(long cents) {
        return Money.of(plain(cents), "EUR");
    }

    private static Map<SkuInChannel, Item> items(Random chance) {
        var items = new LinkedHashMap<SkuInChannel, Item>();
        for (int sku = 0; sku < 6; sku++) {
            long price = 1_000 + chance.nextInt(300);
            long cost = 300 + chance.nextInt(500);
            double elasticity = -(80 + chance.nextInt(300)) / 100.0;
            for (var channel : List.of("store", "web")) {
                var pair = new SkuInChannel(Sku.of("S" + sku), Channel.of(channel));
                items.put(
                        pair,
                        new Item(
                                pair,
                                sku / 3,
                                100 + 10 * (sku % 3),
                                price + chance.nextInt(50),
                                cost,
                                1 + chance.nextInt(30),
                                elasticity));
            }
        }
        return items;
    }

    private Twin twin(Map<SkuInChannel, Item> items) {
        var twin = StoreTwin.builder()
                .currency(money(0).currency())
                .clock(SettableClock.at(NOW))
                .pricing(new PricePlanner() {
                    @Override
                    public Proposal<PriceChange> plan(TwinState state, PriceQuestion question) {
                        var item = items.get(new SkuInChannel(question.sku(), question.channel()));
                        return new Proposal<>(
                                Capability.PRICING,
                                question.target(),
                                question.asOf(),
                                new Objective("margin", "EUR"),
                                List.of(
                                        Alternative.doNothing(
                                                item.score(item.price()),
                                                new Evidence("expected units", item.units(), "units")),
                                        item.at(money(item.price() + 1))),
                                List.of(),
                                List.of(),
                                List.of(),
                                new TreeMap<>());
                    }

                    @Override
                    public Alternative<PriceChange> score(TwinState state, PriceQuestion question, PriceChange action) {
                        return items.get(new SkuInChannel(question.sku(), question.channel()))
                                .at(action.to());
                    }
                })
                .build();
        twin.load(items.values().stream().flatMap(Item::events));
        return twin;
    }

    private List<String> rules(Random chance) {
        var rules = new ArrayList<String>();
        rules.add("*,ending,.99");
        RULES.stream().filter(it -> chance.nextInt(4) == 0).forEach(rules::add);
        return rules;
    }

    @Test
    void plan_the_same_prices_under_the_same_rules() {
        var shell = new Shell(folder);
        int changed = 0;
        int stuck = 0;
        for (int seed = 0; seed < 40; seed++) {
            var chance = new Random(seed);
            var items = items(chance);
            write(shell, items, rules(chance));

            var run = shell.run("price --elasticities @e.csv --products @p.csv --rules @r.csv --out @o.csv");
            assertThat(run.code()).as(run.err()).isZero();
            try (var twin = twin(items)) {
                var plan = twin.pricing()
                        .plan(PriceWishes.all()
                                .sizedBy("size")
                                .under(RuleFile.read(
                                                folder.resolve("r.csv"), ProductPrices.read(folder.resolve("p.csv")))
                                        .toArray(PriceRule[]::new)));

                assertThat(plan.lines().stream().map(it -> row(it, items)).toList())
                        .as("seed %d, rules %s", seed, plan.wishes().rules())
                        .isEqualTo(shell.lines("o.csv").stream()
                                .skip(1)
                                .map(it -> row(it.split(",", -1)))
                                .toList());
                changed += (int) plan.changes().count();
                stuck += (int) plan.stuck().count();
            }
        }
        assertThat(changed).isGreaterThan(50);
        assertThat(stuck).isGreaterThan(20);
    }

    private static void write(Shell shell, Map<SkuInChannel, Item> items, List<String> rules) {
        var products = new ArrayList<>(List.of(
                "series,price,cost,stock,weeks_left,ladder_low,ladder_high,ending,family,size,units,channel,currency"));
        var elasticities = new ArrayList<>(List.of("series,elasticity,lower,upper,method,status,reason"));
        for (var item : items.values()) {
            products.add(item.row());
            if (item.pair().channel().value().equals("web")) {
                elasticities.add("%s,%s,%s,%s,log-log,estimated,"
                        .formatted(
                                item.pair().sku(),
                                item.elasticity(),
                                item.elasticity() - Item.DOUBT,
                                item.elasticity() + Item.DOUBT));
            }
        }
        shell.write("p.csv", String.join("\n", products) + "\n");
        shell.write("e.csv", String.join("\n", elasticities) + "\n");
        shell.write("r.csv", "scope,rule,value\n" + String.join("\n", rules) + "\n");
    }

    private static List<String> row(CoupledPrice line, Map<SkuInChannel, Item> items) {
        long before = items.get(line.pair()).price();
        return List.of(
                line.pair().sku().value(),
                plain(before),
                line.decision()
                        .action()
                        .map(it -> it.to().amount().toPlainString())
                        .orElse(plain(before)),
                line.isStuck() ? "infeasible" : line.decision().action().isPresent() ? "changed" : "kept",
                line.runnerUp().map(it -> it.amount().toPlainString()).orElse(""));
    }

    private static List<String> row(String[] cells) {
        return List.of(cells[0], cells[1], cells[2], cells[3], cells[5]);
    }
}
