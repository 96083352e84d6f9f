package dev.storetwin.benchmarks.replenishment;

import dev.storetwin.core.inventory.policy.OrderingPolicies;
import dev.storetwin.core.inventory.policy.OrderingPolicy;
import dev.storetwin.core.inventory.policy.PanelForecasters;
import dev.storetwin.core.inventory.policy.PolicyBacktest;
import dev.storetwin.core.inventory.policy.PolicyTrials;
import dev.storetwin.core.inventory.policy.ReplayPanel;
import dev.storetwin.core.inventory.policy.RollingWindows;
import dev.storetwin.core.inventory.policy.StockTerms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Costs of the library's own weekly ordering against the seasonal moving average and plain quantiles, window by window; {@code storetwin
 * policy} does the same with all policies.
 *
 * <p>Usage: {@code java ... ReplenishmentBacktest FOLDER} with {@code sales.csv.gz}, {@code in_stock.csv.gz} and
 * {@code master.csv.gz}.
 */
public final class ReplenishmentBacktest {

    private static final RollingWindows WINDOWS = new RollingWindows(80, 5, 6, 6, 1);
    private static final StockTerms TERMS = StockTerms.of(2, .2, 1);
    private static final long SEED = 1;

    private ReplenishmentBacktest() {}

    static OrderingPolicy own(int paths) {
        return OrderingPolicies.leastCost(PanelForecasters.pooled(), 1, 1, paths, SEED);
    }

    static ReplayPanel panel(Path folder) throws IOException {
        return WeeklyPanel.read(folder, TERMS);
    }

    static PolicyTrials run(ReplayPanel panel, OrderingPolicy own) {
        var policies = new ArrayList<>(List.of(own));
        policies.addAll(OrderingPolicies.quantiles(PanelForecasters.pooled()));
        policies.addAll(OrderingPolicies.quantiles(PanelForecasters.seasonalAverage()));
        return PolicyBacktest.of(WINDOWS, OrderingPolicies.seasonalAverageCover())
                .run(panel, policies);
    }

    public static void main(String[] arguments) throws IOException {
        var own = own(1_000);
        var trials = run(panel(Path.of(arguments[0])), own);
        var costs = trials.trial(own.name()).totals();
        var reference = trials.reference().totals();
        for (int place = 0; place < costs.length; place++) {
            print(
                    "week %3d  reference %8.1f  own %8.1f  saving %5.1f %%",
                    trials.starts().get(place),
                    reference[place],
                    costs[place],
                    100 * (1 - costs[place] / reference[place]));
        }
        var saving = trials.saving(costs, SEED);
        print("saving of mean cost %.1f %%, at least %.1f %% (95 %%)", 100 * saving.share(), 100 * saving.lower95());
        print(
                "saving per window %.1f %%, at least %.1f %% (95 %%)",
                100 * saving.perWindow(), 100 * saving.perWindowLower());
        var best = trials.best("quantile").orElseThrow();
        print(
                "mean cost %.1f, best quantile policy %.1f (%s)",
                trials.trial(own.name()).mean().total(), best.mean().total(), best.name());
    }

    private static void print(String line, Object... values) {
        System.out.println(String.format(Locale.ROOT, line, values));
    }
}
