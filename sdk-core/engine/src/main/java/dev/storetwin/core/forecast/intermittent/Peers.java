package dev.storetwin.core.forecast.intermittent;

import dev.storetwin.forecast.TimeSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the series of a batch say about each of them: levels, the seasons they share, and how the members of the pool did. */
final class Peers {

    /** Nobody to learn from. */
    static final Peers NONE = new Peers(Levels.UNKNOWN, Map.of(), new Trial());

    private static final int MOST = 2_000;
    private static final double AS_MUCH = 100;
    private static final double MOMENTS_FOR_ONE = 20;
    private static final double EVENNESS = 5;
    private static final double TRUE_BEFORE = 20;
    private static final double LEAST_LEFT = .1;

    private final Levels levels;
    private final Map<Integer, Profile> seasons;
    private final Trial trial;

    private Peers(Levels levels, Map<Integer, Profile> seasons, Trial trial) {
        this.levels = levels;
        this.seasons = seasons;
        this.trial = trial;
    }

    /** By series that need not be in any order; of very many, some. */
    static Peers of(List<TimeSeries> series, int horizon) {
        var some = some(series);
        var histories = new ArrayList<History>();
        var tallies = new TreeMap<Integer, Profile.Tally>();
        for (var one : some) {
            var history = Known.history(one);
            histories.add(history);
            int period = one.seasonality().shortest();
            tallies.computeIfAbsent(period, Profile.Tally::of).add(history);
        }
        var seasons = new TreeMap<Integer, Profile>();
        tallies.forEach((period, tally) -> seasons.put(period, tally.profile(Profile.NONE)));
        var untried = new Peers(Levels.of(histories), seasons, new Trial());
        return untried.tried(some, histories, horizon);
    }

    private static List<TimeSeries> some(List<TimeSeries> series) {
        var byName =
                series.stream().sorted(Comparator.comparing(TimeSeries::name)).toList();
        int stride = (series.size() + MOST - 1) / MOST;
        var some = new ArrayList<TimeSeries>();
        for (int i = 0; i < byName.size(); i += stride) {
            some.add(byName.get(i));
        }
        return some;
    }

    private Peers tried(List<TimeSeries> series, List<History> histories, int horizon) {
        var total = new Trial();
        for (int i = 0; i < series.size(); i++) {
            var history = histories.get(i);
            total.add(Trial.of(history, season(series.get(i), history), horizon, new Members(history, levels)));
        }
        return new Peers(levels, seasons, total);
    }

    Levels levels() {
        return levels;
    }

    boolean isAlone() {
        return trial.moments() == 0;
    }

    Profile season(TimeSeries series, History history) {
        int period = series.seasonality().shortest();
        return Profile.of(history, period, seasons.getOrDefault(period, Profile.NONE));
    }

    /** Shares of the members for a series with this trial: near equal ones alone, near those of its peers among them. */
    double[] shares(Trial own) {
        double asMuch = Math.min(AS_MUCH, trial.moments() / MOMENTS_FOR_ONE);
        return Weights.of(own, trial, asMuch, EVENNESS * (1 - asMuch / AS_MUCH));
    }

    /**
     * How much of what a member foretells will come, at most 1. Peers fade together, and half of that is believed; alone, a series
     * must show it by itself.
     */
    double fading(Trial own, int member) {
        double left = isAlone() ? own.fulfilled(member, TRUE_BEFORE) : Math.sqrt(trial.fulfilled(member, TRUE_BEFORE));
        return Math.max(LEAST_LEFT, Math.min(1, left));
    }
}
