package dev.storetwin.core.inventory;

import dev.storetwin.core.forecast.DemandSource;
import dev.storetwin.core.forecast.ShopForecasts;
import dev.storetwin.event.NodeChanged;
import dev.storetwin.event.NodeKind;
import dev.storetwin.event.OutageReported;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.state.SupplierTerms;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Puts together what there is to know of a SKU at all its nodes. */
final class TransferCases {

    private static final Quantity PIECE = Quantity.of(1);

    /** What is sold by measure moves in steps of which there are at most about so many. */
    private static final long MOST_STEPS = 1_000;

    private final ShopForecasts histories;
    private final DemandSource forecasts;
    private final InventoryOptions options;
    private final TransferOptions transfers;
    private final Futures futures;

    TransferCases(
            ShopForecasts histories,
            DemandSource forecasts,
            InventoryOptions options,
            TransferOptions transfers,
            long seed) {
        this.histories = histories;
        this.forecasts = forecasts;
        this.options = options;
        this.transfers = transfers;
        this.futures = new Futures(options.paths(), seed);
    }

    TransferAnswer of(TwinState state, Sku sku, Instant asOf) {
        var variant = state.catalog().variant(sku);
        if (variant.filter(it -> !it.parts().isEmpty()).isPresent()) {
            return TransferAnswer.without("a stock of its own: %s is a bundle, move its parts".formatted(sku));
        }
        if (variant.filter(it -> !it.tracked()).isPresent()) {
            return TransferAnswer.without("stock: that of %s is not counted".formatted(sku));
        }
        if (!state.stock().isKnown(sku)) {
            return TransferAnswer.without("stock: nothing was ever counted of %s".formatted(sku));
        }
        var forecast = forecasts.of(state, sku, Optional.empty(), asOf, horizon(state, sku));
        return forecast.map(it -> of(state, sku, asOf, it))
                .orElseGet(() -> TransferAnswer.without("sales: %s was never sold".formatted(sku)));
    }

    private TransferAnswer of(TwinState state, Sku sku, Instant asOf, DemandForecast forecast) {
        var caveats = new ArrayList<String>();
        var open = open(state, sku, asOf, caveats);
        if (open.isEmpty()) {
            return TransferAnswer.without("an open node that has %s".formatted(sku));
        }
        if (open.size() == 1) {
            caveats.add("Only %s has to do with %s: there is nowhere to move it".formatted(open.get(0), sku));
        }
        if (leadTime(state, sku).isEmpty()) {
            caveats.add("The lead time is not known: an order is assumed to take %d days"
                    .formatted(options.leadTimeDays()));
        }
        if (transfers.limits().isEmpty()) {
            caveats.add("No limits of nodes are known: each is taken to handle any number of units");
        }
        boolean pieces = inPieces(state, sku, asOf);
        var nodes = nodes(state, sku, asOf, open, forecast, pieces, caveats);
        var economics = OrderEconomics.of(state, sku, asOf, options);
        var step = step(state, sku, pieces, nodes);
        return TransferAnswer.of(new TransferCase(sku, asOf, nodes, economics, forecast, step, transfers, caveats));
    }

    /** Closed nodes and those that are out of order neither give nor get; a supplier's shelf is not the shop's. */
    private List<NodeId> open(TwinState state, Sku sku, Instant asOf, List<String> caveats) {
        var open = new ArrayList<NodeId>();
        for (var node : state.stock().nodes(sku)) {
            var shut = shut(state, node, asOf);
            shut.ifPresent(it -> caveats.add("%s neither gives nor gets: %s".formatted(node, it)));
            if (shut.isEmpty()) {
                open.add(node);
            }
        }
        return open;
    }

    private static Optional<String> shut(TwinState state, NodeId node, Instant asOf) {
        var known = state.network().node(node);
        if (known.filter(it -> !it.active()).isPresent()) {
            return Optional.of("it is closed");
        }
        if (known.map(NodeChanged::kind).filter(NodeKind.SUPPLIER::equals).isPresent()) {
            return Optional.of("it is a supplier's");
        }
        return state.network().outagesAt(asOf).stream()
                .filter(it -> it.node().filter(node::equals).isPresent())
                .map(OutageReported::reason)
                .findFirst();
    }

    private List<TransferNode> nodes(
            TwinState state,
            Sku sku,
            Instant asOf,
            List<NodeId> open,
            DemandForecast forecast,
            boolean pieces,
            List<String> caveats) {
        int leadDays = leadDays(state, sku);
        int days = days(leadDays);
        var shares = TransferShares.of(state, sku, asOf, transfers.depots(), options.shareDays());
        caveats.addAll(shares.reasons(open));
        var nodes = new ArrayList<TransferNode>();
        for (var id : open) {
            double share = shares.of(id);
            var demand = new NodeDemand(forecast, id, share, pieces);
            var onHand = OnHand.of(state, sku, id, share, asOf, horizon(state, sku), leadDays);
            var paths = demand.paths(futures);
            nodes.add(new TransferNode(
                    id,
                    demand,
                    onHand,
                    paths,
                    days,
                    options.reviewDays(),
                    transfers.depots().contains(id)));
        }
        return nodes;
    }

    /** As orders do, so that both may use the same forecast. */
    int horizon(TwinState state, Sku sku) {
        return leadDays(state, sku) + 2 * options.reviewDays();
    }

    /** Until the next order could be there, or what the next rebalancing moves, if that is sooner. */
    private int days(int leadDays) {
        int longest =
                transfers.lanes().stream().mapToInt(TransferLane::days).max().orElse(0);
        int usual = transfers.elsewhere().map(UsualLane::days).orElse(0);
        return Math.min(leadDays + options.reviewDays(), Math.max(longest, usual) + transfers.reviewDays());
    }

    private int leadDays(TwinState state, Sku sku) {
        return leadTime(state, sku).map(TransferCases::wholeDays).orElse(options.leadTimeDays());
    }

    private static Optional<Duration> leadTime(TwinState state, Sku sku) {
        return state.catalog().terms(sku).flatMap(SupplierTerms::leadTime).filter(it -> !it.isNegative());
    }

    private static int wholeDays(Duration duration) {
        return (int) Math.min(
                InventoryOptions.LONGEST_LEAD_DAYS,
                duration.plusDays(1).minusNanos(1).toDays());
    }

    private boolean inPieces(TwinState state, Sku sku, Instant asOf) {
        return Arrays.stream(histories.history(state, sku, asOf).values())
                .filter(it -> !Double.isNaN(it))
                .allMatch(it -> it == Math.rint(it));
    }

    private Quantity step(TwinState state, Sku sku, boolean pieces, List<TransferNode> nodes) {
        var pack = state.catalog().terms(sku).flatMap(SupplierTerms::packSize).filter(Quantity::isPositive);
        if (transfers.wholePacks() && pack.isPresent()) {
            return pack.get();
        }
        double most =
                nodes.stream().mapToDouble(it -> it.onHand().sellable()).max().orElse(0);
        var step = pieces ? PIECE : new Quantity(1);
        while (!pieces && most / step.toDouble() > MOST_STEPS) {
            step = new Quantity(10 * step.thousandths());
        }
        return step;
    }
}
