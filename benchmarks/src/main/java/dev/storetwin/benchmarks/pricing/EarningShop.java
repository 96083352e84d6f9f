package dev.storetwin.benchmarks.pricing;

import dev.storetwin.Twin;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.pricing.PriceLadderPlanner;
import dev.storetwin.core.pricing.PricingOptions;
import dev.storetwin.core.random.Binomial;
import dev.storetwin.core.random.Draws;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.event.CostChanged;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.experiment.Exploration;
import dev.storetwin.guardrail.Guardrail;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.platform.ActionWriter;
import dev.storetwin.platform.WriteResult;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.proposal.Action;
import dev.storetwin.testing.SettableClock;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.TaxMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * A shop whose demand answers to price in a way that is known, and a twin that prices it each Monday.
 *
 * <p>Before the twin acts, prices stood still, at what would be best for the elasticity that is usual in the trade: a twin that never tries
 * anything has no reason to move them. Shoppers of one day and thing come by the same draws whatever the price is, so that two twins see the
 * same shop.
 */
final class EarningShop implements ActionWriter, AutoCloseable {

    private static final Source SOURCE = Source.of("earning");
    private static final Channel WEB = Channel.of("web");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant OPENING = Instant.parse("2026-01-05T00:00:00Z");
    private static final double COST = 10;
    private static final double WEEKLY_NOISE = .1;
    private static final long PASSERS_BY = 1_000;

    private final Draws draws;
    private final List<Article> articles = new ArrayList<>();
    private final SettableClock clock = SettableClock.at(OPENING);
    private final PriceLadderPlanner planner;
    private final Twin twin;
    private int day;
    private double earned;

    /** One thing: what is true of it, and what it costs now. */
    private static final class Article {

        private final Sku sku;
        private final double elasticity;
        private final double daily;
        private Money price = Money.of("24.29", EUR);

        Article(Sku sku, double elasticity, double daily) {
            this.sku = sku;
            this.elasticity = elasticity;
            this.daily = daily;
        }

        double demand() {
            return daily * Math.pow(price.toDouble() / 24.29, elasticity);
        }

        double margin() {
            return demand() * (price.toDouble() - COST);
        }
    }

    /** A price below cost is never asked; without any guardrail the twin would not act. */
    private static final Guardrail<PriceChange> FLOOR = new Guardrail<>() {
        @Override
        public Class<PriceChange> actions() {
            return PriceChange.class;
        }

        @Override
        public Ruling<PriceChange> check(PriceChange action, GuardrailContext context) {
            return action.to().toDouble() < 1.1 * COST ? Ruling.blocked("floor", "below cost") : Ruling.allowed();
        }
    };

    EarningShop(long seed, int things, Exploration exploration) {
        this.draws = Draws.of(seed);
        for (int i = 0; i < things; i++) {
            var draw = draws.keyed("article", "truth", i);
            double elasticity = Math.min(-1.1, -2 + .5 * draw.nextGaussian());
            articles.add(new Article(Sku.of("T-" + i), elasticity, 4 + 8 * draw.nextDouble()));
        }
        this.planner = new PriceLadderPlanner(ForecastMethods.cheap(), PricingOptions.DEFAULT, seed);
        this.twin = StoreTwin.builder()
                .clock(clock)
                .seed(seed)
                .currency(EUR)
                .guardrail(FLOOR)
                .autonomy(Capability.PRICING, Autonomy.FULL)
                .exploration(exploration)
                .pricing(planner)
                .writer(this)
                .build();
        articles.forEach(this::open);
    }

    private void open(Article article) {
        twin.accept(VariantUpserted.of(SOURCE, article.sku, "a thing", "things", OPENING));
        twin.accept(CostChanged.of(SOURCE, article.sku, Money.of("10", EUR), OPENING));
        twin.accept(PriceChanged.of(SOURCE, article.sku, WEB, article.price, OPENING));
    }

    @Override
    public boolean writes(Action action) {
        return action instanceof PriceChange;
    }

    @Override
    public WriteResult write(Action action, DecisionId key) {
        var change = (PriceChange) action;
        articles.stream().filter(it -> it.sku.equals(change.sku())).forEach(it -> it.price = change.to());
        return new WriteResult.Written();
    }

    Twin twin() {
        return twin;
    }

    Instant now() {
        return clock.instant();
    }

    /** Shoppers come for so many weeks. */
    void sell(int weeks) {
        for (int i = 0; i < 7 * weeks; i++) {
            var orders = new ArrayList<TwinEvent>();
            articles.forEach(it -> sell(it, orders));
            twin.load(orders.stream());
            day++;
            clock.set(OPENING.plus(Duration.ofDays(day)));
        }
    }

    private void sell(Article article, List<TwinEvent> orders) {
        earned += article.margin();
        double shock =
                WEEKLY_NOISE * draws.keyed("week", article.sku.value(), day / 7).nextGaussian();
        double chance = Math.min(1, article.demand() * Math.exp(shock) / PASSERS_BY);
        long units = Binomial.draw(PASSERS_BY, chance, draws.keyed("shoppers", article.sku.value(), day));
        if (units > 0) {
            var line = OrderLine.of("1", article.sku, Quantity.of(units), article.price, TaxMode.NET);
            var id = OrderId.of(article.sku + "-" + day);
            orders.add(OrderPlaced.of(SOURCE, id, WEB, OPENING.plus(Duration.ofHours(24L * day + 12)), line));
        }
    }

    /** Every price is asked for and carried out; the shop tells of it a second later. */
    int price() {
        int tried = 0;
        for (var article : articles) {
            var decision = twin.pricing().recommend(article.sku, WEB);
            if (decision.action().isPresent() && twin.apply(decision).kind() == OutcomeKind.APPLIED) {
                tried += decision.regret().filter(Money::isPositive).isPresent() ? 1 : 0;
                clock.advance(Duration.ofSeconds(1));
                twin.accept(PriceChanged.of(SOURCE, article.sku, WEB, article.price, clock.instant()));
            }
        }
        return tried;
    }

    /** Expected margin since the opening, by what is true. */
    double earned() {
        return earned;
    }

    /** Mean distance of what the twin believes from what is true. */
    double error() {
        return articles.stream()
                .mapToDouble(it -> Math.abs(planner.elasticity(twin.state(), new PriceQuestion(it.sku, WEB, now()))
                                .value()
                        - it.elasticity))
                .average()
                .orElseThrow();
    }

    /** What was given up in the week of this moment, by the twin's own books. */
    Money regretOfWeek() {
        var end = now().plusSeconds(1);
        return twin.state().commitments().regret(Capability.PRICING, end.minus(Duration.ofDays(7)), end);
    }

    @Override
    public void close() {
        twin.close();
    }
}
