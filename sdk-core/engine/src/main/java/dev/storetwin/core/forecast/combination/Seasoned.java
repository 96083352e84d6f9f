package dev.storetwin.core.forecast.combination;

import dev.storetwin.core.forecast.method.FittedMethod;
import dev.storetwin.core.forecast.season.Season;
import java.util.Map;
import java.util.TreeMap;

/** A method that knows the adjusted series, with the season put on what it says. */
final class Seasoned implements FittedMethod {

    private final FittedMethod adjusted;
    private final Season season;

    Seasoned(FittedMethod adjusted, Season season) {
        this.adjusted = adjusted;
        this.season = season;
    }

    @Override
    public int size() {
        return adjusted.size();
    }

    @Override
    public double[] fitted() {
        return applied(adjusted.fitted(), 0);
    }

    @Override
    public double[] means(int horizon) {
        return applied(adjusted.means(horizon), size());
    }

    private double[] applied(double[] levels, int first) {
        for (int i = 0; i < levels.length; i++) {
            levels[i] = season.apply(first + i, levels[i]);
        }
        return levels;
    }

    @Override
    public double[] deviations(int horizon) {
        var deviations = adjusted.deviations(horizon);
        for (int i = 0; i < horizon; i++) {
            deviations[i] *= season.scale(size() + i);
        }
        return deviations;
    }

    @Override
    public FittedMethod append(double value) {
        return new Seasoned(adjusted.append(season.remove(size(), value)), season);
    }

    @Override
    public FittedMethod upTo(int size) {
        return new Seasoned(adjusted.upTo(size), season);
    }

    @Override
    public Map<String, String> settings() {
        var settings = new TreeMap<>(adjusted.settings());
        settings.put("season", season.reason());
        return settings;
    }
}
