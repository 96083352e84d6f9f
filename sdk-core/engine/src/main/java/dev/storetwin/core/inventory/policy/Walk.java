package dev.storetwin.core.inventory.policy;

import dev.storetwin.core.forecast.panel.InOrder;
import dev.storetwin.forecast.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One way along time: all windows that are open and all their policies, period by period. */
final class Walk {

    private final PolicyBacktest backtest;
    private final RollingWindows windows;
    private final ReplayPanel panel;
    private final List<OrderingPolicy> policies;
    private final List<Integer> starts;
    private final int length;
    private final int horizon;
    private final Spent spent;
    private final Map<Integer, Player> warming = new TreeMap<>();
    private final Map<Integer, List<Player>> playing = new TreeMap<>();
    private final Map<Integer, List<Player>> over = new TreeMap<>();
    private final Map<Integer, OptionalDouble> perfect = new TreeMap<>();

    /**
     * Prepares to walk.
     *
     * @param starts of windows that fit into the panel, ascending
     */
    Walk(PolicyBacktest backtest, ReplayPanel panel, List<OrderingPolicy> policies, List<Integer> starts) {
        this.backtest = backtest;
        this.windows = backtest.windows();
        this.spent = new Spent(backtest.cpuClock());
        this.panel = panel;
        this.policies = withReference(policies);
        this.starts = starts;
        this.length = windows.length(panel.longestLead());
        this.horizon = this.policies.stream()
                .mapToInt(it -> it.reach(panel.longestLead(), windows.review()))
                .max()
                .orElseThrow();
    }

    private List<OrderingPolicy> withReference(List<OrderingPolicy> policies) {
        var all = new LinkedHashMap<String, OrderingPolicy>();
        all.put(backtest.reference().name(), backtest.reference());
        for (var policy : policies) {
            if (all.put(policy.name(), policy) != null
                    && !policy.name().equals(backtest.reference().name())) {
                throw new IllegalArgumentException("Two policies are named %s.".formatted(policy.name()));
            }
        }
        return List.copyOf(all.values());
    }

    PolicyTrials run() {
        int first = starts.get(0) - windows.warmUp();
        int end = starts.get(starts.size() - 1) + length;
        for (int period = first; period < end; period++) {
            open(period);
            var players = players();
            order(period, players);
            int played = period;
            InOrder.map(players, it -> played(it, played), backtest.executor(), Progress.NONE);
            close(period + 1);
            backtest.progress().advanced(period + 1 - first, end - first);
        }
        return trials();
    }

    private static Player played(Player player, int period) {
        player.play(period);
        return player;
    }

    private void open(int period) {
        for (int start : starts) {
            if (start - windows.warmUp() == period) {
                warming.put(start, new Player(panel, windows, start, backtest.reference(), filled(period)));
            }
            if (start == period) {
                begin(warming.remove(start));
            }
        }
    }

    private void begin(@Nullable Player warm) {
        if (warm != null) {
            playing.put(warm.start(), policies.stream().map(warm::as).toList());
            perfect.put(warm.start(), perfect(warm));
        }
    }

    private OptionalDouble perfect(Player warm) {
        double sum = 0;
        for (int i = 0; i < panel.size(); i++) {
            var cost = new PerfectInformation(panel.items().get(i), windows, warm.start())
                    .cost(warm.shelves().get(i));
            if (cost.isEmpty()) {
                return OptionalDouble.empty();
            }
            sum += cost.getAsDouble();
        }
        return OptionalDouble.of(sum);
    }

    private List<Player> players() {
        var all = new ArrayList<Player>(warming.values());
        playing.values().forEach(all::addAll);
        return all;
    }

    private void order(int period, List<Player> players) {
        var due = players.stream().filter(it -> it.isDue(period)).toList();
        if (!due.isEmpty()) {
            var known = known(period, due);
            InOrder.map(due, it -> ordered(it, known), backtest.executor(), Progress.NONE);
        }
    }

    private Player ordered(Player player, KnownDemand known) {
        return spent.on(player.policy().name(), () -> {
            player.order(known);
            return player;
        });
    }

    private KnownDemand known(int period, List<Player> due) {
        var forecasters = new LinkedHashMap<String, PanelForecaster>();
        for (var player : due) {
            player.policy().forecasters().forEach(it -> forecasters.put(it.name(), it));
        }
        return KnownDemand.before(
                period, panel, windows.review(), forecasters.values(), horizon, backtest.executor(), spent);
    }

    /** As if deliveries of what was foretold then had come and were to come, one for every review. */
    private List<PlayedShelf> filled(int period) {
        var by = backtest.reference().forecasters().get(0);
        var known =
                KnownDemand.before(period, panel, windows.review(), List.of(by), horizon, backtest.executor(), spent);
        var shelves = new ArrayList<PlayedShelf>();
        for (int i = 0; i < panel.size(); i++) {
            var terms = panel.items().get(i).terms();
            var forecast = known.forecast(by, i);
            var coming = new double[terms.lead()];
            for (int ahead = 0; ahead < coming.length; ahead += windows.review()) {
                coming[ahead] = forReview(forecast.means(), ahead + 1);
            }
            shelves.add(PlayedShelf.of(terms, forReview(forecast.means(), 0), coming));
        }
        return shelves;
    }

    private double forReview(double[] means, int from) {
        double sum = 0;
        for (int step = from; step < Math.min(means.length, from + windows.review()); step++) {
            sum += means[step];
        }
        return Math.rint(sum);
    }

    private void close(int period) {
        for (int start : starts) {
            if (start + length == period) {
                over.put(start, Objects.requireNonNull(playing.remove(start)));
            }
        }
    }

    private PolicyTrials trials() {
        var trials = new ArrayList<PolicyTrial>();
        for (int i = 0; i < policies.size(); i++) {
            int place = i;
            var costs = over.values().stream().map(it -> it.get(place).cost()).toList();
            trials.add(new PolicyTrial(
                    policies.get(i), costs, spent.seconds(policies.get(i).name())));
        }
        return new PolicyTrials(
                windows, starts, length, trials.get(0), trials, List.copyOf(perfect.values()), forecastSeconds());
    }

    private Map<String, Double> forecastSeconds() {
        var seconds = new TreeMap<String, Double>();
        for (var policy : policies) {
            policy.forecasters().forEach(it -> seconds.put(it.name(), spent.seconds(it.name())));
        }
        return seconds;
    }
}
