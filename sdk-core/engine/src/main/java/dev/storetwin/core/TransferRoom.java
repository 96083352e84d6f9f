package dev.storetwin.core;

import dev.storetwin.core.inventory.TransferOptions;
import dev.storetwin.inventory.TransferQuestion;
import dev.storetwin.inventory.TransferWish;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What moves of all SKUs leave of lanes and nodes, and moves of one SKU of its stock: a rule may have made one of them larger than it was
 * planned, and then there is less for the next.
 */
final class TransferRoom {

    private final TwinState state;
    private final TransferOptions limits;
    private final Map<String, Quantity> taken = new TreeMap<>();
    private final Set<String> beyondPlan = new TreeSet<>();

    TransferRoom(TwinState state, TransferOptions limits) {
        this.state = state;
        this.limits = limits;
    }

    /**
     * The question of a wish, with what there is room for where anything is limited.
     *
     * @param share of what is scarce that was set aside for it
     */
    TransferQuestion within(TransferWish wish, Quantity share) {
        var question = wish.question();
        var most = least(left(wish), question.from().flatMap(it -> stockLeft(question.sku(), it)));
        var own = share.compareTo(wish.quantity()) < 0 ? Optional.of(share) : Optional.<Quantity>empty();
        return least(most, own).map(it -> question.atMost(it.orZero())).orElse(question);
    }

    /** What lanes and nodes have room for; anything when empty. */
    Optional<Quantity> left(TransferWish wish) {
        return limits(wish).values().stream().min(Comparator.naturalOrder());
    }

    /** What is left of each limit that a move is under, by its name. */
    SortedMap<String, Quantity> limits(TransferWish wish) {
        var left = new TreeMap<String, Quantity>();
        var to = wish.question().to();
        limits.takes(to).ifPresent(it -> left.put(takes(to), left(it, takes(to))));
        wish.question().from().ifPresent(from -> {
            limits.sends(from).ifPresent(it -> left.put(sends(from), left(it, sends(from))));
            limits.carries(from, to).ifPresent(it -> left.put(lane(from, to), left(it, lane(from, to))));
        });
        return left;
    }

    private Optional<Quantity> stockLeft(Sku sku, NodeId from) {
        var stock = stock(sku, from);
        return beyondPlan.contains(stock)
                ? Optional.of(left(state.stock().level(sku, from).availableToPromise(), stock))
                : Optional.empty();
    }

    private Quantity left(Quantity all, String of) {
        return all.minus(taken.getOrDefault(of, Quantity.ZERO));
    }

    private static Optional<Quantity> least(Optional<Quantity> one, Optional<Quantity> other) {
        return one.isPresent() && other.isPresent() ? Optional.of(one.get().min(other.get())) : one.or(() -> other);
    }

    /** Counts what was decided about a wish. */
    void take(TransferWish wish, Quantity moved) {
        var to = wish.question().to();
        wish.question().from().ifPresent(from -> {
            var stock = stock(wish.question().sku(), from);
            if (moved.compareTo(wish.quantity()) > 0) {
                beyondPlan.add(stock);
            }
            List.of(stock, sends(from), takes(to), lane(from, to))
                    .forEach(it -> taken.merge(it, moved, Quantity::plus));
        });
    }

    private static String stock(Sku sku, NodeId from) {
        return sku + "\n" + from;
    }

    private static String sends(NodeId node) {
        return "from " + node;
    }

    private static String takes(NodeId node) {
        return "to " + node;
    }

    private static String lane(NodeId from, NodeId to) {
        return "from " + from + "\nto " + to;
    }
}
