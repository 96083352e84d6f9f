package dev.storetwin.benchmarks.inventory;

import dev.storetwin.core.inventory.demand.DemandRate;
import dev.storetwin.core.inventory.demand.UnitDemand;
import dev.storetwin.core.inventory.echelon.ClarkScarf;
import dev.storetwin.core.inventory.echelon.GuaranteedService;
import dev.storetwin.core.inventory.echelon.SerialSystem;
import dev.storetwin.core.inventory.echelon.ServiceLane;
import dev.storetwin.core.inventory.echelon.ServiceNode;
import dev.storetwin.core.inventory.echelon.ServiceTree;
import dev.storetwin.core.inventory.echelon.Stage;
import dev.storetwin.core.inventory.horizon.FiniteHorizon;
import dev.storetwin.core.inventory.horizon.Period;
import dev.storetwin.core.inventory.horizon.Season;
import dev.storetwin.core.random.Draws;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** CPU time of a season, of chains of suppliers and of trees of them, each with the cost that came out. */
public final class StageModelSpeed {

    private static final int TIMES = 5;

    private StageModelSpeed() {}

    public static void main(String[] args) {
        System.out.println("| model | cost | CPU ms |");
        System.out.println("|---|---|---|");
        show("season, 5 periods of normal(100, 20)", () -> season(5, 100, 20));
        show("season, 52 periods of normal(100, 30)", () -> season(52, 100, 30));
        show("chain, 3 stages, normal(5, 1)", () -> chain(3, DemandRate.normal(5, 1)));
        show("chain, 10 stages, normal(64, 8)", () -> chain(10, DemandRate.normal(64, 8)));
        show("chain, 4 stages, Poisson(16)", () -> chain(4, DemandRate.poisson(16)));
        show("chain, 4 stages, Poisson(10,000)", () -> chain(4, DemandRate.poisson(10_000)));
        show("tree, 10 nodes", () -> tree(10));
        show("tree, 1,000 nodes", () -> tree(1_000));
    }

    private static void show(String name, Supplier<Double> model) {
        double cost = model.get();
        long before = cpu();
        for (int i = 0; i < TIMES; i++) {
            cost = model.get();
        }
        System.out.printf(Locale.ROOT, "| %s | %.4f | %.1f |%n", name, cost, (cpu() - before) / 1e6 / TIMES);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double season(int periods, double mean, double deviation) {
        var period = new Period(UnitDemand.normal(mean, deviation), 50, 2, 1, 20);
        return FiniteHorizon.solve(Season.of(periods, period), 0).cost();
    }

    private static double chain(int stages, DemandRate demand) {
        var all = new ArrayList<Stage>();
        for (int i = 0; i < stages; i++) {
            all.add(new Stage(1 + i % 3, 1 + i % 2));
        }
        return ClarkScarf.solve(new SerialSystem(all, demand, 40)).cost();
    }

    /** Each node hangs on one of the ten before it, by a lane in either direction. */
    private static double tree(int nodes) {
        var draw = Draws.of(6).keyed("benchmark", "tree", nodes);
        var all = new ArrayList<ServiceNode>();
        List<ServiceLane> lanes = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            var node = ServiceNode.of("n" + i, 1 + draw.nextInt(20), draw.nextInt(10), 1.645);
            all.add(node.withDemand(1 + draw.nextInt(9)).withPromise(draw.nextInt(5)));
            if (i > 0) {
                String other = "n" + (i - 1 - draw.nextInt(Math.min(i, 10)));
                lanes.add(draw.nextBoolean(.5) ? new ServiceLane(other, "n" + i) : new ServiceLane("n" + i, other));
            }
        }
        return GuaranteedService.solve(ServiceTree.of(all, lanes)).cost();
    }
}
