package dev.storetwin.core.inventory.echelon;

import dev.storetwin.core.inventory.demand.DemandRate;
import java.util.ArrayList;
import java.util.List;

/**
 * Echelon base stock levels of a chain at the least cost (Clark and Scarf 1960, "Optimal policies for a multi-echelon inventory
 * problem"; the recursion over average costs is that of Chen and Zheng 1994, "Lower bounds for multi-echelon stochastic inventory
 * systems").
 *
 * <p>From the customer upwards, {@code C_j(y) = h_j E(y - D_j) + E C_{j-1}(min(y - D_j, S_{j-1}))} with the demand {@code D_j} of the
 * stage's lead time, and {@code C_0(x)} the penalty of every unit owed. {@code S_j} is where {@code C_j} is least, and the least of
 * the last stage is the cost of the whole. Counted demand is computed unit by unit; normal demand on a lattice that is fine
 * beside its deviation.
 */
public final class ClarkScarf {

    private static final double STEPS_PER_DEVIATION = 500;
    private static final double MOST_WORK = 2e10;
    private static final int MOST_POINTS = 5_000_000;

    private final SerialSystem system;
    private final double step;

    private ClarkScarf(SerialSystem system) {
        this.system = system;
        double time = system.leadTimeTo(system.stages().size() - 1);
        this.step = system.demand() instanceof DemandRate.Counted
                ? 1
                : Math.sqrt(system.demand().variance() * time) / STEPS_PER_DEVIATION;
    }

    /** The best levels. */
    public static SerialPlan solve(SerialSystem system) {
        var levels = new ArrayList<Double>();
        double cost = new ClarkScarf(system).climb(levels);
        return new SerialPlan(levels, cost);
    }

    /**
     * The cost of given levels.
     *
     * @param levels echelon base stock levels from the customer upwards; whole numbers where demand is counted
     */
    public static SerialPlan evaluate(SerialSystem system, List<Double> levels) {
        if (levels.size() != system.stages().size()) {
            throw new IllegalArgumentException("%d levels were given for %d stages."
                    .formatted(levels.size(), system.stages().size()));
        }
        return new SerialPlan(levels, new ClarkScarf(system).follow(levels));
    }

    private double climb(List<Double> levels) {
        var below = owing();
        double cost = 0;
        for (var stage : system.stages()) {
            var recursion = new Recursion(stage, below);
            below = recursion.untilItRises();
            int best = below.table().size() - 1;
            double turn = recursion.turn(below, best);
            levels.add((below.low() + best + turn) * step);
            cost = below.table().get(best);
        }
        return cost;
    }

    private double follow(List<Double> levels) {
        var below = owing();
        for (int i = 0; i < levels.size(); i++) {
            below = new Recursion(system.stages().get(i), below).upTo(levels.get(i) / step);
        }
        return below.table().get(below.table().size() - 1);
    }

    /** What is owed to customers when this is left. */
    private EchelonCost owing() {
        var nothing = new EchelonCost.Table();
        nothing.add(0);
        return new EchelonCost(0, nothing, -system.penalty() * step);
    }

    /** One stage on top of those below it. */
    private final class Recursion {

        private final double holding;
        private final LeadTimeDemand demand;
        private final double mean;
        private final EchelonCost below;

        Recursion(Stage stage, EchelonCost below) {
            this.holding = stage.echelonHoldingCost() * step;
            this.demand = LeadTimeDemand.of(system.demand(), stage.leadTime(), step);
            this.mean = demand.mean();
            this.below = below;
            if ((double) demand.values() * (demand.values() + below.table().size()) > MOST_WORK) {
                throw new IllegalArgumentException("""
                        Demand of a lead time of %s spreads over %d values: too many to look at.
                        Maybe it can be counted in cases, or taken for normal with DemandRate.normal.""".formatted(stage.leadTime(), demand.values()));
            }
        }

        private double at(long level) {
            return holding * (level - mean) + demand.expected(below, level);
        }

        private long low() {
            return below.low() + demand.first();
        }

        private double slope() {
            return below.slopeBelow() + holding;
        }

        /** The table ends at the least cost: the function is convex. */
        EchelonCost untilItRises() {
            var table = new EchelonCost.Table();
            long level = low();
            table.add(at(level));
            for (double next = at(level + 1); next < table.get(table.size() - 1); next = at(++level + 1)) {
                table.add(next);
            }
            return new EchelonCost(low(), table, slope());
        }

        /** The table ends at a level, between two points by interpolation. */
        EchelonCost upTo(double level) {
            long end = (long) Math.ceil(level);
            long low = Math.min(low(), end - 1);
            if (!(level - low < MOST_POINTS)) {
                throw new IllegalArgumentException("""
                        A level of %s is far above all demand of its lead time.
                        Maybe levels and stages stand in different orders.""".formatted(level * step));
            }
            var table = new EchelonCost.Table();
            for (long point = low; point < end; point++) {
                table.add(at(point));
            }
            double share = end - level;
            table.add(share * at(end - 1) + (1 - share) * at(end));
            return new EchelonCost(low, table, slope());
        }

        /** Where between the points a continuous function is least, by the parabola through three of them. */
        double turn(EchelonCost cost, int best) {
            if (system.demand() instanceof DemandRate.Counted || best == 0) {
                return 0;
            }
            double left = cost.table().get(best - 1);
            double right = at(cost.low() + best + 1);
            double bend = left - 2 * cost.table().get(best) + right;
            return bend > 0 ? Math.max(-.5, Math.min(.5, (left - right) / (2 * bend))) : 0;
        }
    }
}
