package dev.storetwin.core.inventory.thrift;

import dev.storetwin.core.forecast.CountedForecaster;
import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.forecast.KeptForecasts;
import dev.storetwin.core.forecast.ShopForecasts;
import dev.storetwin.core.inventory.InventoryOptions;
import dev.storetwin.core.inventory.LateralTransfers;
import dev.storetwin.core.inventory.TransferOptions;
import dev.storetwin.core.proposal.Way;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.inventory.Transfer;
import dev.storetwin.inventory.TransferQuestion;
import dev.storetwin.inventory.TransferWish;
import dev.storetwin.model.ModelOrigin;
import dev.storetwin.proposal.Effort;
import dev.storetwin.proposal.Planner;
import dev.storetwin.proposal.Work;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Transfers with new forecasts, with those of an earlier moment, or with recent means. */
public final class LateralPlanning implements TransferPlanning {

    private static final int FEW_PATHS = 50;

    private final InventoryOptions options;
    private final TransferOptions transfers;
    private final long seed;
    private final KeptForecasts forecasts;
    private final ShopForecasts histories;
    private final LateralTransfers full;
    private final LateralTransfers simple;

    /**
     * @param seed      of the futures that moves are tried on
     * @param forecasts that are kept
     * @param called    hears of every forecast that has to be worked out
     */
    public LateralPlanning(
            DemandForecaster forecaster,
            InventoryOptions options,
            TransferOptions transfers,
            long seed,
            KeptForecasts forecasts,
            Runnable called) {
        this.options = options;
        this.transfers = transfers;
        this.seed = seed;
        this.forecasts = forecasts;
        this.histories = new ShopForecasts(new CountedForecaster(forecaster, called), options.historyDays());
        this.full = new LateralTransfers(histories, forecasts.remembering(histories), options, transfers, seed);
        this.simple = new LateralTransfers(
                ForecastMethods.cheap(), options.withPaths(Math.min(FEW_PATHS, options.paths())), transfers, seed);
    }

    /**
     * The planner that does the work.
     *
     * @param planner with which forecasts
     */
    private record Found(Work work, LateralTransfers planner) {}

    private Found within(Effort most, TwinState state, Sku sku, Instant asOf) {
        return switch (most) {
            case FULL -> new Found(Work.FULL, full);
            case CACHED ->
                forecasts
                        .find(sku, Optional.empty(), asOf, full.horizon(state, sku))
                        .map(it -> new Found(new Work(Effort.CACHED, List.of(it.origin())), with(it)))
                        .orElseGet(() -> new Found(Work.FULL, full));
            case SIMPLE, NOTHING -> new Found(Work.of(Effort.SIMPLE), simple);
        };
    }

    private LateralTransfers with(KeptForecasts.Kept demand) {
        return new LateralTransfers(histories, demand.source(), options, transfers, seed);
    }

    @Override
    public TransferOptions options() {
        return transfers;
    }

    @Override
    public List<TransferWish> wishes(Effort most, TwinState state, Sku sku, Instant asOf) {
        return most == Effort.NOTHING
                ? List.of()
                : within(most, state, sku, asOf).planner().wishes(state, sku, asOf);
    }

    @Override
    public Way<TransferQuestion, Transfer> within(Effort most, TwinState state, TransferQuestion question) {
        var found = within(most, state, question.sku(), question.asOf());
        return new Way<>(found.work(), found.planner());
    }

    @Override
    public Planner<TransferQuestion, Transfer> again(
            Work work, TwinState state, TransferQuestion question, Function<ModelOrigin, TwinState> past) {
        if (work.effort() != Effort.CACHED) {
            return within(work.effort(), state, question).planner();
        }
        int horizon = full.horizon(state, question.sku());
        return work.origin(KeptForecasts.MODEL)
                .flatMap(it ->
                        KeptForecasts.again(histories, past.apply(it), question.sku(), Optional.empty(), it, horizon))
                .map(this::with)
                .orElse(full);
    }
}
