package dev.storetwin.core.inventory;

import dev.storetwin.core.forecast.DemandSource;
import dev.storetwin.core.forecast.LeadTimes;
import dev.storetwin.core.forecast.Recent;
import dev.storetwin.core.forecast.ShopForecasts;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.StockProjection;
import dev.storetwin.forecast.TimeSeries;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.ReplenishmentPlanner;
import dev.storetwin.inventory.ReplenishmentQuestion;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Evidence;
import dev.storetwin.proposal.Objective;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Orders up to what is worth having: each quantity is tried on futures of demand, and what it saves is set against what it costs to hold.
 *
 * <p>Stock is projected day by day with lost sales until the order would come, the order has to last until the next one comes, and the
 * quantity is the one at which a unit more costs as much as it saves.
 */
public final class OrderUpToPlanner implements ReplenishmentPlanner {

    private static final int KEPT = 8;

    private final InventoryOptions options;
    private final ShopForecasts histories;
    private final DemandSource forecasts;
    private final CategoryDemand categories;
    private final Futures futures;
    private final Recent<Ask, Answer> recent = new Recent<>(KEPT);

    /** @param seed of the futures that quantities are tried on */
    public OrderUpToPlanner(DemandForecaster forecaster, InventoryOptions options, long seed) {
        this(new ShopForecasts(forecaster, options.historyDays()), options, seed);
    }

    private OrderUpToPlanner(ShopForecasts forecasts, InventoryOptions options, long seed) {
        this(forecasts, forecasts, options, seed);
    }

    /**
     * With demand from anywhere.
     *
     * @param histories of sales
     * @param seed      of the futures that quantities are tried on
     */
    public OrderUpToPlanner(ShopForecasts histories, DemandSource forecasts, InventoryOptions options, long seed) {
        this.options = options;
        this.histories = histories;
        this.forecasts = forecasts;
        this.categories = new CategoryDemand(histories);
        this.futures = new Futures(options.paths(), seed);
    }

    /** A state is the same as itself only. */
    private record Ask(TwinState state, ReplenishmentQuestion question) {}

    /**
     * What came of a question.
     *
     * @param order        can be tried; empty when something is missing
     * @param insufficient what to say then
     */
    private record Answer(Optional<OrderCase> order, Proposal<Replenishment> insufficient) {}

    @Override
    public Proposal<Replenishment> plan(TwinState state, ReplenishmentQuestion question) {
        var answer = answer(state, question);
        return answer.order().map(OrderCase::proposal).orElse(answer.insufficient());
    }

    @Override
    public Alternative<Replenishment> score(TwinState state, ReplenishmentQuestion question, Replenishment action) {
        return answer(state, question).order().map(it -> it.order(action)).orElseGet(() -> Alternative.of(action, 0));
    }

    /** Stock of the days to come at the node, when so much is ordered now; empty when stock or demand are not known. */
    public Optional<StockProjection> project(TwinState state, ReplenishmentQuestion question, Quantity ordered) {
        return answer(state, question).order().map(it -> it.projection(ordered));
    }

    /** All quantities and what they are worth; empty when something is missing to order at all. */
    public Optional<OrderValues> values(TwinState state, ReplenishmentQuestion question) {
        return answer(state, question).order().filter(OrderCase::canOrder).map(it -> it);
    }

    private Answer answer(TwinState state, ReplenishmentQuestion question) {
        return recent.get(new Ask(state, question), it -> work(it.state(), it.question()));
    }

    private Answer work(TwinState state, ReplenishmentQuestion question) {
        var sku = question.sku();
        var variant = state.catalog().variant(sku);
        if (variant.filter(it -> !it.parts().isEmpty()).isPresent()) {
            return without(question, List.of(), "a stock of its own: %s is a bundle, order its parts".formatted(sku));
        }
        if (variant.filter(it -> !it.tracked()).isPresent()) {
            return without(question, List.of(), "stock: that of %s is not counted".formatted(sku));
        }
        var caveats = new ArrayList<String>();
        if (variant.isEmpty()) {
            caveats.add("%s is not in the catalogue: maybe it was removed, then do not order it".formatted(sku));
        }
        var rules = Rules.of(state, question, options);
        var supply = supply(state, question, rules);
        caveats.add(supply.leadTimes().reason());
        var forecast = forecasts.of(state, sku, Optional.empty(), question.asOf(), supply.horizon());
        if (forecast.isEmpty()) {
            forecast = categories.of(state, sku, question.asOf(), supply.horizon());
            caveats.add("%s was never sold: demand is foretold from its category".formatted(sku));
        }
        if (forecast.isEmpty()) {
            return without(question, List.of(), "sales: %s was never sold".formatted(sku));
        }
        var economics = OrderEconomics.of(state, sku, question.asOf(), options, supply.reviewDays(), rules.service());
        boolean pieces = inPieces(histories.history(state, sku, question.asOf()));
        if (!state.stock().isKnown(sku)) {
            var demand = new NodeDemand(forecast.get(), question.node(), 1, pieces);
            return without(
                    question,
                    OrderExplanation.evidence(supply, demand, economics, economics.rates()),
                    "stock: nothing was ever counted of %s".formatted(sku));
        }
        return work(state, question, supply, rules, economics, forecast.get(), pieces, caveats);
    }

    private Answer work(
            TwinState state,
            ReplenishmentQuestion question,
            Supply supply,
            Rules rules,
            OrderEconomics economics,
            DemandForecast forecast,
            boolean pieces,
            List<String> caveats) {
        var sku = question.sku();
        var node = question.node();
        var share = NodeShare.of(state, sku, node, question.asOf(), options.shareDays());
        caveats.add(share.reason());
        var demand = new NodeDemand(forecast, node, share.share(), pieces);
        var onHand = OnHand.of(state, sku, node, share.share(), question.asOf(), supply.horizon(), supply.leadDays());
        var arrivals = new Arrivals(supply, onHand, sku + "#" + node, state.zone(), futures.seed());
        var paths = demand.paths(futures);
        var parts = new OrderCase.Parts(question, supply, rules, demand, onHand, economics, arrivals, paths);
        return new Answer(Optional.of(new OrderCase(parts, caveats)), insufficient(question, List.of(), List.of()));
    }

    /** For how many days demand has to be foretold. */
    public int horizon(TwinState state, ReplenishmentQuestion question) {
        return supply(state, question, Rules.of(state, question, options)).horizon();
    }

    private Supply supply(TwinState state, ReplenishmentQuestion question, Rules rules) {
        var sku = question.sku();
        int review = rules.supplier()
                .map(SupplierRule::reviewDays)
                .filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt)
                .orElse(options.reviewDays());
        var supply = new Supply(
                question.asOf().atZone(state.zone()).toLocalDate(),
                LeadTimes.of(state, sku, question.node(), question.asOf(), options.leadTimeDays()),
                review,
                1,
                state.catalog().terms(sku),
                rules.supplier());
        return supply.withCycle(reviews(state, question, rules, supply));
    }

    /** How many reviews one order had better last for, when each costs something. */
    private int reviews(TwinState state, ReplenishmentQuestion question, Rules rules, Supply supply) {
        if (rules.supplier().flatMap(SupplierRule::orderCost).isEmpty()) {
            return 1;
        }
        var sku = question.sku();
        var economics = OrderEconomics.of(state, sku, question.asOf(), options, supply.reviewDays(), rules.service());
        var share = NodeShare.of(state, sku, question.node(), question.asOf(), options.shareDays());
        double pace = share.share() * recentPace(histories.history(state, sku, question.asOf()));
        return OrderCycle.reviews(
                economics.orderCost(rules),
                economics.rates().holding() * pace,
                supply.reviewDays(),
                rules.shelfLife().orElse(OrderCycle.LONGEST_DAYS));
    }

    private double recentPace(TimeSeries history) {
        var values = history.values();
        return Arrays.stream(values, Math.max(0, values.length - options.shareDays()), values.length)
                .filter(it -> !Double.isNaN(it))
                .average()
                .orElse(0);
    }

    private static boolean inPieces(TimeSeries history) {
        return Arrays.stream(history.values()).filter(it -> !Double.isNaN(it)).allMatch(it -> it == Math.rint(it));
    }

    private static Answer without(ReplenishmentQuestion question, List<Evidence> evidence, String missing) {
        return new Answer(Optional.empty(), insufficient(question, evidence, List.of(missing)));
    }

    private static Proposal<Replenishment> insufficient(
            ReplenishmentQuestion question, List<Evidence> evidence, List<String> missing) {
        return Proposal.insufficient(
                Capability.INVENTORY,
                question.target(),
                question.asOf(),
                new Objective("expected margin less holding", ""),
                evidence,
                missing);
    }
}
