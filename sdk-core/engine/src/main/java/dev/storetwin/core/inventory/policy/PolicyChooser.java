package dev.storetwin.core.inventory.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses among policies by what they would have cost in windows of the past, with successive halving: all candidates are played in the
 * latest windows, the better third of them in three times as many, and so on, until the last few are played in all.
 *
 * @param rule   how the best is told from the luckiest
 * @param fewest windows that a choice may rest on; with fewer the first candidate is taken
 * @param seed   that the policies draw under; noted, and used for error bars
 */
public record PolicyChooser(ChoosingRule rule, int fewest, long seed) {

    private static final int FEWEST = 4;
    private static final int STEP = 3;
    private static final int LAST = 3;

    public PolicyChooser {
        if (fewest < 1) {
            throw new IllegalArgumentException("fewest (%d) must be at least 1.".formatted(fewest));
        }
    }

    /** With the first candidate kept unless another is better by more than one standard error. */
    public static PolicyChooser of(long seed) {
        return new PolicyChooser(ChoosingRule.ONE_STANDARD_ERROR, FEWEST, seed);
    }

    public PolicyChooser withRule(ChoosingRule rule) {
        return new PolicyChooser(rule, fewest, seed);
    }

    /** Plays policies in windows, or has done so already. */
    @FunctionalInterface
    interface Plays {
        PolicyTrials of(List<OrderingPolicy> policies, List<Integer> starts);
    }

    /**
     * By playing the past of a panel.
     *
     * @param candidates the first being the one that others have to beat: it is always played on
     */
    public ChosenPolicy choose(PolicyBacktest backtest, ReplayPanel panel, List<OrderingPolicy> candidates) {
        return choose(
                (policies, starts) -> backtest.run(panel, policies, starts),
                backtest.windows().starts(panel),
                panel,
                candidates);
    }

    /**
     * By trials that were made already. The choice is the same as if they were made anew.
     *
     * @param trials of all candidates, on the windows that the choice may rest on, which may be none
     * @param panel  as it was known when the choice is made, for the record
     */
    public ChosenPolicy choose(PolicyTrials trials, ReplayPanel panel, List<OrderingPolicy> candidates) {
        return choose(trials::of, trials.starts(), panel, candidates);
    }

    private ChosenPolicy choose(Plays plays, List<Integer> starts, ReplayPanel panel, List<OrderingPolicy> candidates) {
        if (starts.size() < fewest) {
            return record(candidates.get(0), List.of(), List.of(), panel, 0);
        }
        var standing = List.copyOf(candidates);
        var fallen = new ArrayList<PolicyTrial>();
        int known = 0;
        int windows = fewest;
        int played = 0;
        var trials = plays.of(standing, starts.subList(starts.size() - windows, starts.size()));
        while (true) {
            played += standing.size() * (windows - known);
            var round = named(standing, trials);
            if (windows == starts.size()) {
                var ranked = ranked(round, fallen, trials);
                return record(best(round, ranked), ranked, starts, panel, played);
            }
            standing = standing.size() <= LAST ? standing : better(round);
            var kept = standing;
            round.stream().filter(it -> !kept.contains(it.policy())).forEach(fallen::add);
            known = windows;
            windows = standing.size() <= LAST ? starts.size() : Math.min(starts.size(), STEP * windows);
            var earlier = starts.subList(starts.size() - windows, starts.size() - known);
            trials = plays.of(standing, earlier).followedBy(trials);
        }
    }

    private static List<PolicyTrial> named(List<OrderingPolicy> policies, PolicyTrials trials) {
        return policies.stream().map(it -> trials.trial(it.name())).toList();
    }

    /** The better third, and the first candidate in any case. */
    private static List<OrderingPolicy> better(List<PolicyTrial> round) {
        int count = Math.max(LAST, (round.size() + STEP - 1) / STEP);
        var kept = new ArrayList<OrderingPolicy>();
        kept.add(round.get(0).policy());
        round.stream()
                .skip(1)
                .sorted(Comparator.comparingDouble(it -> it.mean().total()))
                .limit(count - 1L)
                .forEach(it -> kept.add(it.policy()));
        return kept;
    }

    private ChosenPolicy record(
            OrderingPolicy policy, List<Candidate> ranked, List<Integer> starts, ReplayPanel panel, int played) {
        var sales = panel.items().get(0).sales();
        return new ChosenPolicy(
                policy,
                rule,
                ranked,
                starts,
                panel.periods() == 0 ? "" : sales.labelOf(0),
                panel.periods() == 0 ? "" : sales.labelOf(panel.periods() - 1),
                played,
                seed);
    }

    /** The first candidate, then those that were played to the end by cost, then the fallen by how long they stood. */
    private List<Candidate> ranked(List<PolicyTrial> round, List<PolicyTrial> fallen, PolicyTrials trials) {
        var first = round.get(0);
        var all = new ArrayList<PolicyTrial>(round.subList(1, round.size()));
        all.addAll(fallen);
        var others = new ArrayList<Candidate>();
        for (var trial : all) {
            others.add(candidate(first, trial, trials));
        }
        others.sort(Comparator.comparingInt(Candidate::windows).reversed().thenComparingDouble(it -> -it.saving()));
        others.add(0, candidate(first, first, trials));
        return others;
    }

    /** Against the first candidate in the latest windows, as far back as this one was played. */
    private Candidate candidate(PolicyTrial first, PolicyTrial trial, PolicyTrials trials) {
        int windows = trial.byWindow().size();
        var same = first.latest(windows);
        var saving = Saving.of(same.totals(), trial.totals(), trials.windows().overlap(), seed);
        return new Candidate(trial.name(), windows, trial.mean().total(), saving.share(), saving.error());
    }

    private OrderingPolicy best(List<PolicyTrial> round, List<Candidate> ranked) {
        int windows = round.get(0).byWindow().size();
        var best = ranked.stream()
                .filter(it -> it.windows() == windows)
                .max(Comparator.comparingDouble(Candidate::saving))
                .orElseThrow();
        boolean isClear = rule == ChoosingRule.LEAST_MEAN || best.saving() > best.error();
        var name = best.saving() > 0 && isClear ? best.policy() : ranked.get(0).policy();
        return round.stream()
                .map(PolicyTrial::policy)
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
