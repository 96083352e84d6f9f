package dev.storetwin.core;

import dev.storetwin.core.solver.MarginalAllocation;
import dev.storetwin.inventory.TransferWish;
import dev.storetwin.type.Quantity;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Shares the room of lanes and nodes among moves as the limits of a plan are shared among orders: by {@link MarginalAllocation}. */
final class TransferSharing {

    private TransferSharing() {}

    /**
     * What a move would make of room.
     *
     * @param pack  what moves together; the wish is a multiple of it
     * @param value of moving so much, above zero
     */
    record Claim(TransferWish wish, Quantity pack, ToDoubleFunction<Quantity> value) {

        private Quantity units(long packs) {
            return new Quantity(Math.multiplyExact(packs, pack.thousandths()));
        }

        /** @param limits all that are shared, by name and in order */
        private dev.storetwin.core.solver.Claim on(List<String> limits, TransferRoom room) {
            var under = room.limits(wish).keySet().stream()
                    .mapToInt(it -> Collections.binarySearch(limits, it))
                    .toArray();
            var perPack =
                    IntStream.of(under).mapToLong(it -> pack.thousandths()).toArray();
            double nothing = value.applyAsDouble(wish.quantity()) - wish.gain();
            return dev.storetwin.core.solver.Claim.tried(
                    1,
                    wish.quantity().thousandths() / pack.thousandths(),
                    packs -> value.applyAsDouble(units(packs)) - nothing,
                    under,
                    perPack);
        }
    }

    /** What each move may carry, in the order of the claims; whole packs. */
    static List<Quantity> shares(List<Claim> claims, TransferRoom room) {
        var most = new TreeMap<String, Quantity>();
        claims.forEach(it -> most.putAll(room.limits(it.wish())));
        var names = List.copyOf(most.keySet());
        var shared = new MarginalAllocation(
                claims.stream().map(it -> it.on(names, room)).toList(),
                most.values().stream().mapToLong(Quantity::thousandths).toArray());
        return IntStream.range(0, claims.size())
                .mapToObj(it -> claims.get(it).units(shared.given(it)))
                .toList();
    }
}
