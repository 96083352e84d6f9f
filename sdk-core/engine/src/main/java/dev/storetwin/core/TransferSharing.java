package dev.storetwin.core;

import dev.storetwin.inventory.TransferWish;
import dev.storetwin.type.Quantity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;

/**
 * Shares the room of lanes and nodes among moves: a little at a time to the one that gains most by it, as long as there is room on its way. That is
 * the best that can be done with one thing that is scarce, and near it with several.
 */
final class TransferSharing {

    private static final int STEPS = 16;

    private final List<Claim> claims;
    private final List<Quantity> shares;
    private final TransferRoom room;
    private final PriorityQueue<Bid> bids = new PriorityQueue<>(
            Comparator.comparingDouble((Bid it) -> -it.gain()).thenComparing(Bid::claim));

    /**
     * What a move would make of room.
     *
     * @param pack  what moves together
     * @param value of moving so much, above zero
     */
    record Claim(TransferWish wish, Quantity pack, ToDoubleFunction<Quantity> value) {

        private double gain(Quantity units) {
            double all = value.applyAsDouble(wish.quantity());
            return units.isZero() ? 0 : wish.gain() - all + value.applyAsDouble(units);
        }

        /** Whole packs, a sixteenth of the wish or one of them. */
        private Quantity stride() {
            long packs = wish.quantity().thousandths() / pack.thousandths();
            return new Quantity(Math.max(1, (packs + STEPS - 1) / STEPS) * pack.thousandths());
        }
    }

    /**
     * A little more for one.
     *
     * @param claim its number
     * @param gain  by each unit
     */
    private record Bid(int claim, Quantity more, double gain) {}

    private TransferSharing(List<Claim> claims, TransferRoom room) {
        this.claims = claims;
        this.room = room;
        this.shares = new ArrayList<>(Collections.nCopies(claims.size(), Quantity.ZERO));
    }

    /**
     * What each move may carry, in the order of the claims.
     *
     * @param room that is there; what is given away is taken from it
     */
    static List<Quantity> shares(List<Claim> claims, TransferRoom room) {
        return new TransferSharing(claims, room).shared();
    }

    private List<Quantity> shared() {
        for (int claim = 0; claim < claims.size(); claim++) {
            bid(claim);
        }
        while (!bids.isEmpty()) {
            var best = bids.poll();
            var wish = claims.get(best.claim()).wish();
            var more = room.left(wish).map(it -> it.min(best.more())).orElse(best.more());
            if (more.isPositive()) {
                shares.set(best.claim(), shares.get(best.claim()).plus(more));
                room.take(wish, more);
                bid(best.claim());
            }
        }
        return shares;
    }

    private void bid(int claim) {
        var its = claims.get(claim);
        var has = shares.get(claim);
        var more = its.stride().min(its.wish().quantity().minus(has));
        if (more.isPositive()) {
            bids.add(new Bid(claim, more, (its.gain(has.plus(more)) - its.gain(has)) / more.toDouble()));
        }
    }
}
