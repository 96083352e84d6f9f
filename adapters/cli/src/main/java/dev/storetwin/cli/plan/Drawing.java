package dev.storetwin.cli.plan;

import dev.storetwin.MarkdownPlan;
import dev.storetwin.Pricing;
import dev.storetwin.cli.report.ForecastFan;
import dev.storetwin.cli.report.Illustration;
import dev.storetwin.cli.report.MarkdownPath;
import dev.storetwin.cli.report.PriceLadder;
import dev.storetwin.cli.report.StockOutlook;
import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.forecast.ShopForecasts;
import dev.storetwin.core.inventory.InventoryOptions;
import dev.storetwin.core.inventory.OrderUpToPlanner;
import dev.storetwin.decision.Decision;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.QuantileLevels;
import dev.storetwin.forecast.StockProjection;
import dev.storetwin.forecast.TimeSeries;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.ReplenishmentQuestion;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.proposal.Evidence;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Capability;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Draws what decisions rest on: expected demand, prices that could stand, stock to come. */
public final class Drawing {

    private static final int NEWEST_DAYS = 91;
    private static final double LOW = .1;
    private static final double HIGH = .9;
    private static final String LEVEL = "order-up-to level";
    private static final String UNITS = "expected units";

    private final TwinState state;
    private final Pricing pricing;
    private final Instant asOf;
    private final int horizon;
    private final Map<DecisionId, MarkdownPlan> markdowns = new HashMap<>();
    private final OrderUpToPlanner orders;
    private final ShopForecasts forecasts =
            new ShopForecasts(ForecastMethods.usual(), InventoryOptions.DEFAULT.historyDays());

    /**
     * Of decisions about one state.
     *
     * @param pricing knows what demand answers to prices
     * @param horizon days of expected demand to show
     * @param seed    that the decisions were made with: the drawings show the same futures
     */
    public Drawing(TwinState state, Pricing pricing, Instant asOf, int horizon, long seed) {
        this.state = state;
        this.pricing = pricing;
        this.asOf = asOf;
        this.horizon = horizon;
        this.orders = new OrderUpToPlanner(ForecastMethods.usual(), InventoryOptions.DEFAULT, seed);
    }

    /** Beside a decision that begins a markdown, the path from there. */
    public Drawing withMarkdowns(List<MarkdownPlan> plans) {
        plans.forEach(it -> markdowns.put(it.decision().id(), it));
        return this;
    }

    public Illustration draw(Decision<?> decision) {
        return decision.capability() == Capability.PRICING ? price(prices(decision)) : order(orders(decision));
    }

    @SuppressWarnings("unchecked") // decisions on prices change prices
    private static Decision<PriceChange> prices(Decision<?> decision) {
        return (Decision<PriceChange>) decision;
    }

    @SuppressWarnings("unchecked") // decisions on stock order it
    private static Decision<Replenishment> orders(Decision<?> decision) {
        return (Decision<Replenishment>) decision;
    }

    private Illustration price(Decision<PriceChange> decision) {
        var sku = decision.target().sku().orElseThrow();
        var channel = decision.target().channel().orElseThrow();
        var fan = forecasts
                .of(state, sku, channel, asOf, horizon)
                .flatMap(it -> fan(forecasts.history(state, sku, channel, asOf), it));
        var curve = pricing.curve(state, new PriceQuestion(sku, channel, asOf));
        return new Illustration(
                fan, Optional.empty(), PriceLadder.of(decision, UNITS), Optional.of(curve), markdown(decision));
    }

    private Optional<MarkdownPath> markdown(Decision<PriceChange> decision) {
        return Optional.ofNullable(markdowns.get(decision.id()))
                .flatMap(it -> MarkdownPath.of(it, decision.objective().unit()));
    }

    private Illustration order(Decision<Replenishment> decision) {
        var sku = decision.target().sku().orElseThrow();
        var node = decision.target().node().orElseThrow();
        var fan = forecasts.of(state, sku, asOf, horizon).flatMap(it -> fan(forecasts.history(state, sku, asOf), it));
        var question = new ReplenishmentQuestion(sku, node, asOf);
        var ordered = decision.action()
                .or(decision::pending)
                .map(Replenishment::quantity)
                .orElse(Quantity.ZERO);
        var stock = orders.project(state, question, ordered)
                .flatMap(with -> orders.project(state, question, Quantity.ZERO)
                        .map(without -> outlook(decision, with, without)));
        return new Illustration(fan, stock, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** None where the newest days are not known: a gap has no bar. */
    private static Optional<ForecastFan> fan(TimeSeries history, DemandForecast forecast) {
        int first = Math.max(0, history.size() - NEWEST_DAYS);
        var days = IntStream.range(first, history.size());
        if (history.calendar().isEmpty() || days.anyMatch(it -> Double.isNaN(history.value(it)))) {
            return Optional.empty();
        }
        var sales = new double[history.size() - first];
        var inStock = new boolean[sales.length];
        for (int i = 0; i < sales.length; i++) {
            sales[i] = history.value(first + i);
            inStock[i] = history.inStock(first + i);
        }
        return Optional.of(ForecastFan.of(
                "units per day",
                forecast.card().name(),
                history.calendar().get().dateOf(first),
                1,
                sales,
                inStock,
                forecast.means(),
                QuantileLevels.DEFAULT.levels(),
                forecast.quantiles(QuantileLevels.DEFAULT)));
    }

    private StockOutlook outlook(Decision<?> decision, StockProjection with, StockProjection without) {
        var levels = new ArrayList<StockOutlook.Level>();
        var arrivals = new ArrayList<StockOutlook.Arrival>();
        for (int step = 1; step <= with.horizon(); step++) {
            var day = day(step);
            levels.add(new StockOutlook.Level(
                    day, with.quantile(step, LOW), with.quantile(step, .5), with.quantile(step, HIGH)));
            arrival(arrivals, day, without.arrivals(step), false);
            arrival(arrivals, day, with.arrivals(step) - without.arrivals(step), true);
        }
        return new StockOutlook("units", LOW, HIGH, levels, arrivals, level(decision));
    }

    private LocalDate day(int step) {
        return asOf.atZone(state.zone()).toLocalDate().plusDays(step - 1L);
    }

    private static void arrival(List<StockOutlook.Arrival> arrivals, LocalDate day, double units, boolean decided) {
        if (units > 0) {
            arrivals.add(new StockOutlook.Arrival(day, units, decided));
        }
    }

    private static OptionalDouble level(Decision<?> decision) {
        return decision.evidence().stream()
                .filter(it -> it.name().equals(LEVEL))
                .mapToDouble(Evidence::value)
                .findFirst();
    }
}
