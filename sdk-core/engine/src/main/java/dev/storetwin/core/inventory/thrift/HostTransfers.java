package dev.storetwin.core.inventory.thrift;

import dev.storetwin.core.inventory.TransferOptions;
import dev.storetwin.core.proposal.CountedPlanner;
import dev.storetwin.core.proposal.Planning;
import dev.storetwin.core.proposal.Way;
import dev.storetwin.inventory.Transfer;
import dev.storetwin.inventory.TransferPlanner;
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
import java.util.function.Function;

/** A planner of the host's, which knows no cheaper way. */
public final class HostTransfers implements TransferPlanning {

    private final TransferPlanner host;
    private final TransferOptions options;
    private final Runnable called;
    private final Planning<TransferQuestion, Transfer> only;

    /**
     * @param options what lanes and nodes can carry and handle
     * @param called  hears of each plan, and of each search for what should be moved
     */
    public HostTransfers(TransferPlanner host, TransferOptions options, Runnable called) {
        this.host = host;
        this.options = options;
        this.called = called;
        this.only = Planning.of(new CountedPlanner<>(host, called));
    }

    @Override
    public TransferOptions options() {
        return options;
    }

    @Override
    public List<TransferWish> wishes(Effort most, TwinState state, Sku sku, Instant asOf) {
        if (most == Effort.NOTHING) {
            return List.of();
        }
        called.run();
        return host.wishes(state, sku, asOf);
    }

    @Override
    public Way<TransferQuestion, Transfer> within(Effort most, TwinState state, TransferQuestion question) {
        return only.within(most, state, question);
    }

    @Override
    public Planner<TransferQuestion, Transfer> again(
            Work work, TwinState state, TransferQuestion question, Function<ModelOrigin, TwinState> past) {
        return only.again(work, state, question, past);
    }
}
