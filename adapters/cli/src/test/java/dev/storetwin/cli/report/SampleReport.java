package dev.storetwin.cli.report;

import dev.storetwin.audit.Checkpoint;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.guardrail.Verdict;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.monitor.Kpi;
import dev.storetwin.monitor.KpiScorecard;
import dev.storetwin.pricing.DemandCurve;
import dev.storetwin.pricing.ElasticityStatus;
import dev.storetwin.pricing.Estimate;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PriceElasticity;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.proposal.Action;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Belief;
import dev.storetwin.proposal.Evidence;
import dev.storetwin.proposal.Objective;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** An invented shop with prices and orders for each of its SKUs, drawn by a seed. */
final class SampleReport {

    static final LocalDate TODAY = LocalDate.of(2024, 8, 1);
    static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final Instant NOW = TODAY.atStartOfDay(LONDON).toInstant();
    private static final List<String> GOODS = List.of(
            "Enamel mug", "Linen tea towel", "Oak tray", "Wool throw", "Glass carafe", "Paper lantern", "Tin box");
    private static final List<String> LOOKS = List.of("red", "sea blue", "ivory", "moss", "charcoal", "striped");
    private static final TreeMap<String, String> VERSIONS = new TreeMap<>(Map.of(
            "rules",
            "9c1e5a7b20d44f8e9c1e5a7b20d44f8e9c1e5a7b20d44f8e9c1e5a7b20d44f8e",
            "model/elasticity",
            "2",
            "forecast/theta",
            "1"));

    private final SplittableRandom chance;

    private SampleReport(long seed) {
        chance = new SplittableRandom(seed);
    }

    static Report of(int skus) {
        return builder().decisions(decisions(skus)).build();
    }

    static ReportBuilder builder() {
        return Report.builder("Plan", "Harbour Lane Homeware", NOW, LONDON)
                .kpis(kpis())
                .input(input())
                .checkpoint(new Checkpoint(120, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"))
                .names(SampleReport::name)
                .illustrator(it -> new SampleReport(it.target().key().hashCode()).draw(it));
    }

    /** Two for each SKU: its price and an order of it. */
    static List<Decision<?>> decisions(int skus) {
        var sample = new SampleReport(7);
        var decisions = new ArrayList<Decision<?>>();
        for (int i = 0; i < skus; i++) {
            var prefix = GOODS.get(i % GOODS.size()).substring(0, 3).toUpperCase(Locale.ROOT);
            var sku = Sku.of(String.format(Locale.ROOT, "%s-%04d", prefix, i));
            decisions.add(sample.price(sku));
            decisions.add(sample.order(sku));
        }
        return decisions;
    }

    static Report empty() {
        return Report.builder("Plan", "Harbour Lane Homeware", NOW, LONDON).build();
    }

    /** One decision in which everything that a shop can name has this name. */
    static Report hostile(String name) {
        var web = Channel.of("web " + printable(name));
        var sku = Sku.of(printable(name));
        var change = new PriceChange(sku, web, money(10), money(11));
        var proposed = Alternative.of(change, 5, new Evidence(name, 1, name));
        var hit = new RuleHit("rule " + name, Severity.BLOCKED, "a reason: " + name);
        var blocked = new JudgedAlternative<>(proposed, proposed, new Verdict.Blocked<>(name), List.of(hit), 0);
        var nothing = Alternative.<PriceChange>doNothing(1, new Evidence(name, 1, name));
        var chosen = new JudgedAlternative<>(nothing, nothing, new Verdict.Allowed<>(), List.of(), 1);
        var decision = new Decision<>(
                DecisionId.of(printable(name)),
                Capability.PRICING,
                Target.of(sku, web),
                NOW,
                DecisionStatus.BLOCKED,
                chosen,
                Optional.empty(),
                List.of(blocked, chosen),
                new Objective(name, name),
                List.of(new Evidence(name, 1, name)),
                List.of("a reason: " + name),
                new TreeMap<>(Map.of(name, name)),
                1,
                1,
                false);
        return Report.builder(name, name, NOW, LONDON)
                .kpis(new KpiScorecard(TODAY, TODAY, List.of(new Kpi(name, OptionalDouble.of(1), name, name))))
                .input(new Input(name, List.of(InputNote.of(name, 1, name, name, name))))
                .names(any -> name)
                .decisions(List.of(decision))
                .illustrator(it -> Illustration.NONE.withPrices(
                        PriceLadder.of(decision, name).orElseThrow()))
                .build();
    }

    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "");
    }

    private static String name(Sku sku) {
        int i = Integer.parseInt(sku.value().substring(4));
        return GOODS.get(i % GOODS.size()) + ", " + LOOKS.get(i % LOOKS.size());
    }

    static KpiScorecard kpis() {
        return new KpiScorecard(
                TODAY.minusDays(28),
                TODAY,
                List.of(
                        new Kpi("revenue", OptionalDouble.of(184_320.55), "GBP", "net of refunds"),
                        new Kpi("margin", OptionalDouble.of(71_204.1), "GBP", "where the cost is known: 94 % of sales"),
                        new Kpi("in-stock share", OptionalDouble.of(96.4), "%", "of SKU days with demand"),
                        new Kpi("units sold", OptionalDouble.of(21_874), "units", ""),
                        new Kpi("stock cover", OptionalDouble.of(38.25), "days", "at the pace of the last four weeks"),
                        new Kpi("return share", OptionalDouble.empty(), "%", "no returns in the data")));
    }

    static Input input() {
        return new Input(
                "320,705 order lines of orders.csv, 1 Dec 2023 to 31 Jul 2024: 305,118 are demand for 3,412 SKUs in 21,090 orders.",
                List.of(
                        InputNote.of("Cancellations", 6_123, "lines", "taken off the orders that they cancel"),
                        InputNote.of(
                                "Codes that are no goods",
                                1_764,
                                "lines",
                                "left out of demand",
                                "POST, DOT, M, BANK CHARGES"),
                        InputNote.of(
                                "Orders reversed at once",
                                2,
                                "orders",
                                "left out of demand: the shop could not have sold them",
                                "line 61,620: 74,215 units of TIN-0034, reversed 16 minutes later"),
                        InputNote.of("Lines without customer", 79_211, "lines", "kept as demand, without a customer"),
                        InputNote.of(
                                "Quarantined",
                                17,
                                "lines",
                                "not used",
                                "line 1,022: price 'n/a' is no number",
                                "line 2,790: no SKU")));
    }

    private Decision<PriceChange> price(Sku sku) {
        var web = Channel.of("web");
        var standing = money(Math.round(chance.nextDouble(4, 60)) - .01);
        double elasticity = -chance.nextDouble(1.1, 3.2);
        double cost = standing.toDouble() * chance.nextDouble(.35, .7);
        double units = chance.nextDouble(8, 220);
        var judged = new ArrayList<JudgedAlternative<PriceChange>>();
        var nothing = Alternative.<PriceChange>doNothing(
                units * (standing.toDouble() - cost), new Evidence("expected units", units, "units"));
        judged.add(new JudgedAlternative<>(nothing, nothing, new Verdict.Allowed<>(), List.of(), 0));
        for (int step = -6; step <= 6; step++) {
            if (step != 0) {
                var to = money(standing.toDouble() * (1 + step * .03));
                double sold = units * Math.pow(to.toDouble() / standing.toDouble(), elasticity);
                judged.add(judged(new PriceChange(sku, web, standing, to), sold * (to.toDouble() - cost), sold, cost));
            }
        }
        judged.sort(Comparator.comparingDouble(it -> -it.proposed().expectedValue()));
        return decision(
                Capability.PRICING,
                Target.of(sku, web),
                judged,
                new Objective("expected margin over 28 days", "GBP"),
                List.of(
                        new Evidence("elasticity", elasticity, ""),
                        new Evidence("unit cost", cost, "GBP"),
                        new Evidence("stock cover", units / 3, "days")));
    }

    private JudgedAlternative<PriceChange> judged(PriceChange change, double value, double units, double cost) {
        var alternative = Alternative.of(change, value, new Evidence("expected units", units, "units"))
                .withBelief(new Belief(value * 1.03, value * change.move() / 3));
        if (change.to().toDouble() < cost * 1.6) {
            var floor = new RuleHit(
                    "margin floor",
                    Severity.BLOCKED,
                    "%s leaves less than 37 %% over landed cost".formatted(change.to()));
            return new JudgedAlternative<>(
                    alternative, alternative, new Verdict.Blocked<>(floor.reason()), List.of(floor), 0);
        }
        if (Math.abs(change.move()) > .16) {
            var move = new RuleHit("largest price move per day", Severity.NEEDS_REVIEW, "a move of more than 16 %");
            return new JudgedAlternative<>(
                    alternative, alternative, new Verdict.NeedsReview<>(move.reason()), List.of(move), 0);
        }
        if (!change.to().endsWith("9")) {
            var ending = new RuleHit("price ending", Severity.ADJUSTED, "prices end in 9");
            var to = money(Math.floor(change.to().toDouble() * 10) / 10 + .09);
            var outcome =
                    Alternative.of(change.withTo(to), value * .998, new Evidence("expected units", units, "units"));
            return new JudgedAlternative<>(
                    alternative,
                    outcome,
                    new Verdict.Adjusted<>(change.withTo(to), ending.reason()),
                    List.of(ending),
                    0);
        }
        return new JudgedAlternative<>(alternative, alternative, new Verdict.Allowed<>(), List.of(), 0);
    }

    private Decision<Replenishment> order(Sku sku) {
        var node = NodeId.of(chance.nextBoolean() ? "LEEDS" : "BRISTOL");
        var judged = new ArrayList<JudgedAlternative<Replenishment>>();
        judged.add(new JudgedAlternative<>(
                Alternative.doNothing(0), Alternative.doNothing(0), new Verdict.Allowed<>(), List.of(), 0));
        double need = chance.nextDouble(-40, 400);
        double worth = chance.nextDouble(.2, 4);
        for (int packs = 1; packs <= 8; packs++) {
            var quantity = Quantity.of(packs * 48L);
            var spend = money(packs * 48 * worth * 2);
            var order = new Replenishment(sku, node, quantity, Optional.of(spend));
            double value = worth * (need * packs * 48 - packs * packs * 1152.0) / 100;
            var budget = new RuleHit(
                    "budget per week", Severity.NEEDS_REVIEW, "%s is more than is left this week".formatted(spend));
            judged.add(
                    spend.toDouble() > 1_200
                            ? new JudgedAlternative<>(
                                    Alternative.of(order, value),
                                    Alternative.of(order, value),
                                    new Verdict.NeedsReview<>(budget.reason()),
                                    List.of(budget),
                                    0)
                            : new JudgedAlternative<>(
                                    Alternative.of(order, value),
                                    Alternative.of(order, value),
                                    new Verdict.Allowed<>(),
                                    List.of(),
                                    0));
        }
        judged.sort(Comparator.comparingDouble(it -> -it.proposed().expectedValue()));
        return decision(
                Capability.INVENTORY,
                Target.of(sku, node),
                judged,
                new Objective("expected cost saved over the cycle", "GBP"),
                List.of(
                        new Evidence("on hand", chance.nextInt(300), "units"),
                        new Evidence("lead time", 9, "days"),
                        new Evidence("service level", 95.5, "%")));
    }

    private <A extends Action> Decision<A> decision(
            Capability capability,
            Target target,
            List<JudgedAlternative<A>> judged,
            Objective objective,
            List<Evidence> evidence) {
        var best = judged.get(0);
        var free = judged.stream()
                .filter(it -> it.verdict().severity().compareTo(Severity.NEEDS_REVIEW) < 0)
                .findFirst()
                .orElseThrow();
        var waits = best.verdict() instanceof Verdict.NeedsReview;
        var nothing = judged.stream()
                .filter(it -> it.proposed().isDoNothing())
                .findFirst()
                .orElseThrow();
        var chosen = waits ? nothing : free;
        var status = waits
                ? DecisionStatus.NEEDS_REVIEW
                : !chosen.proposed().isDoNothing()
                        ? DecisionStatus.ADVISED
                        : best == nothing ? DecisionStatus.NO_ACTION : DecisionStatus.BLOCKED;
        judged.set(judged.indexOf(chosen), chosen.withPropensity(1));
        return new Decision<>(
                DecisionId.of("%s-%s".formatted(capability.name().toLowerCase(Locale.ROOT), target.key())),
                capability,
                target,
                NOW,
                status,
                chosen.withPropensity(1),
                waits ? best.action() : Optional.empty(),
                judged,
                objective,
                evidence,
                List.of(
                        "%s has the best %s of what the guardrails passed"
                                .formatted(Words.capitalized(chosen.proposed().describe()), objective.name()),
                        "demand of the last 13 weeks, picked among 4 methods by quantile loss"),
                VERSIONS,
                4_711,
                42,
                true);
    }

    @SuppressWarnings("unchecked")
    private Illustration draw(Decision<?> decision) {
        double pace = chance.nextDouble(2, 30);
        var fan = Illustration.NONE.withForecast(fan(pace));
        return decision.capability() == Capability.PRICING
                ? fan.withPrices(PriceLadder.of((Decision<PriceChange>) decision, "expected units")
                                .orElseThrow())
                        .withDemand(demand(pace, (Decision<PriceChange>) decision))
                : fan.withStock(stock(pace, decision));
    }

    private DemandCurve demand(double pace, Decision<PriceChange> decision) {
        var prices = decision.alternatives().stream()
                .flatMap(it -> it.proposed().action().stream())
                .toList();
        var standing = prices.get(0).from();
        var points = prices.stream()
                .map(PriceChange::to)
                .sorted()
                .map(it -> new DemandCurve.Point(it, estimate(28 * pace, it.ratioTo(standing)), new Estimate(0, -1, 1)))
                .toList();
        var weeks = new ArrayList<DemandCurve.Week>();
        for (int week = 52; week > 0; week--) {
            double ratio = chance.nextDouble(.9, 1.05);
            double sold = 7 * pace * Math.pow(ratio, -2) * chance.nextDouble(.6, 1.4);
            weeks.add(new DemandCurve.Week(
                    TODAY.minusWeeks(week), standing.toDouble() * ratio, Math.round(sold), 7, week % 12 == 0));
        }
        return new DemandCurve(
                new PriceQuestion(
                        decision.target().sku().orElseThrow(),
                        decision.target().channel().orElseThrow(),
                        NOW),
                28,
                new Objective("margin", "EUR"),
                Optional.of(standing),
                Optional.of(new PriceElasticity(-2, -2.8, -1.2, ElasticityStatus.ESTIMATED, "of 52 weeks")),
                points,
                weeks,
                List.of());
    }

    private static Estimate estimate(double units, double ratio) {
        return Estimate.between(
                units * Math.pow(ratio, -2), units * Math.pow(ratio, -2.8), units * Math.pow(ratio, -1.2));
    }

    private ForecastFan fan(double pace) {
        int past = 91;
        int ahead = 28;
        var sales = new double[past];
        var inStock = new boolean[past];
        int gone = chance.nextInt(20, 80);
        for (int i = 0; i < past; i++) {
            inStock[i] = i < gone || i > gone + 4;
            sales[i] = inStock[i]
                    ? Math.round(pace * (1 + .4 * Math.sin(i * Math.PI * 2 / 7)) * chance.nextDouble(.4, 1.6))
                    : 0;
        }
        sales[40] = pace > 20 ? pace * 40 : sales[40];
        var mean = new double[ahead];
        var quantiles = new double[ahead][5];
        for (int i = 0; i < ahead; i++) {
            mean[i] = pace * (1 + .4 * Math.sin((past + i) * Math.PI * 2 / 7));
            double spread = mean[i] * (.35 + .006 * i);
            var z = new double[] {-1.96, -1.28, 0, 1.28, 1.96};
            for (int q = 0; q < 5; q++) {
                quantiles[i][q] = Math.max(0, mean[i] + z[q] * spread);
            }
        }
        return ForecastFan.of(
                "units per day",
                "theta",
                TODAY.minusDays(past),
                1,
                sales,
                inStock,
                mean,
                List.of(.025, .1, .5, .9, .975),
                quantiles);
    }

    private StockOutlook stock(double pace, Decision<?> decision) {
        var levels = new ArrayList<StockOutlook.Level>();
        double onHand = pace * 12;
        double order = decision.commitment().units().map(Quantity::toDouble).orElse(0.0);
        for (int i = 0; i <= 35; i++) {
            double in = (i >= 5 ? pace * 8 : 0) + (i >= 12 ? order : 0);
            double spread = pace * Math.sqrt(i) * .9;
            double median = onHand + in - pace * i;
            levels.add(new StockOutlook.Level(
                    TODAY.plusDays(i),
                    Math.max(0, median - spread),
                    Math.max(0, median),
                    Math.max(0, median + spread)));
        }
        var arrivals =
                new ArrayList<>(List.of(new StockOutlook.Arrival(TODAY.plusDays(5), Math.round(pace * 8), false)));
        if (order > 0) {
            arrivals.add(new StockOutlook.Arrival(TODAY.plusDays(12), order, true));
        }
        return new StockOutlook("units", .1, .9, levels, arrivals, OptionalDouble.of(Math.round(onHand + pace * 6)));
    }

    private static Money money(double amount) {
        return Money.of(BigDecimal.valueOf(Math.round(amount * 100), 2).toPlainString(), "GBP");
    }
}
