package dev.storetwin.core.inventory;

import dev.storetwin.core.inventory.transfer.Way;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ways between the nodes of one SKU, at costs in the unit that everything is weighed in.
 *
 * @param ways    between places, numbered as the nodes
 * @param isKnown by way: whether somebody described it
 * @param caveats what had to be assumed of costs, in words
 */
record TransferWays(List<Way> ways, List<Boolean> isKnown, List<String> caveats) {

    TransferWays {
        ways = List.copyOf(ways);
        isKnown = List.copyOf(isKnown);
        caveats = List.copyOf(caveats);
    }

    /** @param step units that move together */
    static TransferWays between(List<NodeId> nodes, TransferOptions options, OrderEconomics economics, double step) {
        var ways = new ArrayList<Way>();
        var known = new ArrayList<Boolean>();
        var scale = new Scale(economics, step);
        for (int from = 0; from < nodes.size(); from++) {
            for (int to = 0; to < nodes.size(); to++) {
                var lane = options.lane(nodes.get(from), nodes.get(to));
                if (from != to && (lane.isPresent() || options.elsewhere().isPresent())) {
                    int giver = from;
                    int receiver = to;
                    ways.add(lane.map(it -> scale.way(giver, receiver, it))
                            .orElseGet(() -> scale.way(
                                    giver, receiver, options.elsewhere().orElseThrow())));
                    known.add(lane.isPresent());
                }
            }
        }
        return new TransferWays(ways, known, scale.caveats());
    }

    /** The way between two nodes; -1 when nothing moves there. */
    int find(int from, int to) {
        for (int way = 0; way < ways.size(); way++) {
            if (ways.get(way).from() == from && ways.get(way).to() == to) {
                return way;
            }
        }
        return -1;
    }

    /** From money to the unit of account. What is under way costs as much as what lies. */
    private record Scale(OrderEconomics economics, double step, List<String> caveats) {

        Scale(OrderEconomics economics, double step) {
            this(economics, step, new ArrayList<>());
        }

        Way way(int from, int to, TransferLane lane) {
            double unit = amount(lane.perUnit()).orElseGet(() -> assumed(lane));
            double fixed = lane.perTransfer().flatMap(this::amount).orElse(0.0);
            long capacity =
                    lane.most().map(it -> (long) (it.toDouble() / step + 1e-9)).orElse(Way.ANY);
            return new Way(from, to, lane.days(), stepCost(unit, lane.days()), fixed, capacity);
        }

        Way way(int from, int to, UsualLane usual) {
            double unit = usual.costShare() * economics.rates().writeOff();
            return new Way(from, to, usual.days(), stepCost(unit, usual.days()), 0, Way.ANY);
        }

        private double stepCost(double unit, int days) {
            return step * (unit + economics.rates().holding() * days);
        }

        private Optional<Double> amount(Money money) {
            return money.isZero()
                    ? Optional.of(0.0)
                    : economics
                            .unitCost()
                            .filter(it -> it.currency().equals(money.currency()))
                            .map(it -> money.toDouble());
        }

        private double assumed(TransferLane lane) {
            var caveat = "What lanes cost in %s cannot be weighed against a unit whose cost %s: %s of it is assumed"
                    .formatted(
                            lane.perUnit().currency(),
                            economics
                                    .unitCost()
                                    .map(it -> "is in " + it.currency())
                                    .orElse("is not known"),
                            Words.percent(UsualLane.DEFAULT.costShare()));
            if (!caveats.contains(caveat)) {
                caveats.add(caveat);
            }
            return UsualLane.DEFAULT.costShare() * economics.rates().writeOff();
        }
    }
}
