package dev.storetwin.core.inventory.thrift;

import dev.storetwin.core.forecast.CountedForecaster;
import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.forecast.KeptForecasts;
import dev.storetwin.core.forecast.ShopForecasts;
import dev.storetwin.core.inventory.InventoryOptions;
import dev.storetwin.core.inventory.OrderUpToPlanner;
import dev.storetwin.core.proposal.Planning;
import dev.storetwin.core.proposal.Way;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.ReplenishmentQuestion;
import dev.storetwin.model.ModelOrigin;
import dev.storetwin.proposal.Effort;
import dev.storetwin.proposal.Planner;
import dev.storetwin.proposal.Work;
import dev.storetwin.state.TwinState;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Orders with much work or little: with new forecasts, with those of an earlier moment, or with recent means. */
public final class OrderPlanning implements Planning<ReplenishmentQuestion, Replenishment> {

    private static final int FEW_PATHS = 50;

    private final InventoryOptions options;
    private final long seed;
    private final KeptForecasts forecasts;
    private final ShopForecasts histories;
    private final OrderUpToPlanner full;
    private final OrderUpToPlanner simple;

    /**
     * @param seed      of the futures that quantities are tried on
     * @param forecasts that are kept
     * @param called    hears of every forecast that has to be worked out
     */
    public OrderPlanning(
            DemandForecaster forecaster,
            InventoryOptions options,
            long seed,
            KeptForecasts forecasts,
            Runnable called) {
        this.options = options;
        this.seed = seed;
        this.forecasts = forecasts;
        this.histories = new ShopForecasts(new CountedForecaster(forecaster, called), options.historyDays());
        this.full = new OrderUpToPlanner(histories, forecasts.remembering(histories), options, seed);
        this.simple = new OrderUpToPlanner(
                ForecastMethods.cheap(), options.withPaths(Math.min(FEW_PATHS, options.paths())), seed);
    }

    @Override
    public Way<ReplenishmentQuestion, Replenishment> within(
            Effort most, TwinState state, ReplenishmentQuestion question) {
        return switch (most) {
            case FULL -> new Way<>(Work.FULL, full);
            case CACHED -> cached(state, question);
            case SIMPLE, NOTHING -> new Way<>(Work.of(Effort.SIMPLE), simple);
        };
    }

    private Way<ReplenishmentQuestion, Replenishment> cached(TwinState state, ReplenishmentQuestion question) {
        return forecasts
                .find(question.sku(), Optional.empty(), question.asOf(), full.horizon(state, question))
                .map(it -> new Way<>(new Work(Effort.CACHED, List.of(it.origin())), with(it)))
                .orElseGet(() -> new Way<>(Work.FULL, full));
    }

    private OrderUpToPlanner with(KeptForecasts.Kept demand) {
        return new OrderUpToPlanner(histories, demand.source(), options, seed);
    }

    @Override
    public Planner<ReplenishmentQuestion, Replenishment> again(
            Work work, TwinState state, ReplenishmentQuestion question, Function<ModelOrigin, TwinState> past) {
        if (work.effort() != Effort.CACHED) {
            return within(work.effort(), state, question).planner();
        }
        return work.origin(KeptForecasts.MODEL)
                .flatMap(it -> KeptForecasts.again(
                        histories, past.apply(it), question.sku(), Optional.empty(), it, full.horizon(state, question)))
                .map(this::with)
                .orElse(full);
    }
}
