package dev.storetwin.core.inventory.thrift;

import dev.storetwin.core.inventory.TransferOptions;
import dev.storetwin.core.proposal.Planning;
import dev.storetwin.inventory.Transfer;
import dev.storetwin.inventory.TransferQuestion;
import dev.storetwin.inventory.TransferWish;
import dev.storetwin.proposal.Effort;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.List;

/** Transfers with much work or little, and which of them are worth asking about. */
public interface TransferPlanning extends Planning<TransferQuestion, Transfer> {

    /** All that should be moved of a SKU, found with at most so much work; none without any. */
    List<TransferWish> wishes(Effort most, TwinState state, Sku sku, Instant asOf);

    /** What all SKUs share. */
    TransferOptions options();
}
