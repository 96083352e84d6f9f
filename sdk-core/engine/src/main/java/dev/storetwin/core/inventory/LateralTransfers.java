package dev.storetwin.core.inventory;

import dev.storetwin.core.forecast.DemandSource;
import dev.storetwin.core.forecast.Recent;
import dev.storetwin.core.forecast.ShopForecasts;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.inventory.Transfer;
import dev.storetwin.inventory.TransferPlanner;
import dev.storetwin.inventory.TransferQuestion;
import dev.storetwin.inventory.TransferWish;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Objective;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.List;

/**
 * Moves stock to where it is worth most: all nodes of a SKU are played through on futures of their demand, and the moves are those that cost least
 * over all of them together, with what is lost while goods are under way.
 */
public final class LateralTransfers implements TransferPlanner {

    private static final int KEPT = 8;

    private final TransferCases cases;
    private final Recent<Ask, TransferAnswer> recent = new Recent<>(KEPT);

    /** @param seed of the futures that moves are tried on */
    public LateralTransfers(
            DemandForecaster forecaster, InventoryOptions options, TransferOptions transfers, long seed) {
        this(new ShopForecasts(forecaster, options.historyDays()), options, transfers, seed);
    }

    private LateralTransfers(ShopForecasts forecasts, InventoryOptions options, TransferOptions transfers, long seed) {
        this(forecasts, forecasts, options, transfers, seed);
    }

    /**
     * With demand from anywhere.
     *
     * @param histories of sales
     * @param seed      of the futures that moves are tried on
     */
    public LateralTransfers(
            ShopForecasts histories,
            DemandSource forecasts,
            InventoryOptions options,
            TransferOptions transfers,
            long seed) {
        this.cases = new TransferCases(histories, forecasts, options, transfers, seed);
    }

    /** A state is the same as itself only. */
    private record Ask(TwinState state, Sku sku, Instant asOf) {}

    @Override
    public Proposal<Transfer> plan(TwinState state, TransferQuestion question) {
        var answer = answer(state, question.sku(), question.asOf());
        return answer.found()
                .map(it -> new TransferProposal(it, question).proposal())
                .orElseGet(() -> without(question, answer.missing()));
    }

    @Override
    public Alternative<Transfer> score(TwinState state, TransferQuestion question, Transfer action) {
        return answer(state, question.sku(), question.asOf())
                .found()
                .map(it -> new TransferProposal(it, question).score(action))
                .orElseGet(() -> Alternative.of(action, Double.NEGATIVE_INFINITY));
    }

    @Override
    public List<TransferWish> wishes(TwinState state, Sku sku, Instant asOf) {
        return answer(state, sku, asOf).found().map(TransferCase::wishes).orElse(List.of());
    }

    /** For how many days demand has to be foretold. */
    public int horizon(TwinState state, Sku sku) {
        return cases.horizon(state, sku);
    }

    private TransferAnswer answer(TwinState state, Sku sku, Instant asOf) {
        return recent.get(new Ask(state, sku, asOf), it -> cases.of(it.state(), it.sku(), it.asOf()));
    }

    private static Proposal<Transfer> without(TransferQuestion question, String missing) {
        return Proposal.insufficient(
                Capability.INVENTORY,
                question.target(),
                question.asOf(),
                new Objective("expected margin less holding and transport", ""),
                List.of(),
                List.of(missing));
    }
}
