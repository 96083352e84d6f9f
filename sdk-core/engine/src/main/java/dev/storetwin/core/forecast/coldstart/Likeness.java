package dev.storetwin.core.forecast.coldstart;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How alike two things are by what they have in common (Gower 1971): attributes of numbers by distance over range, all others by being the
 * same. An attribute counts as much as things alike in it sell alike.
 */
final class Likeness {

    private static final double LEAST_WEIGHT = .02;
    private static final int MOST_COMPARED = 300;

    private final Map<String, Map<String, String>> attributes;
    private final SortedMap<String, Double> ranges = new TreeMap<>();
    private final SortedMap<String, Double> weights = new TreeMap<>();

    private Likeness(Map<String, Map<String, String>> attributes) {
        this.attributes = attributes;
    }

    /** Attributes by name of the thing and key; logarithms of levels of those that have sold long enough. */
    static Likeness of(Map<String, Map<String, String>> attributes, SortedMap<String, Double> logLevels) {
        var likeness = new Likeness(attributes);
        for (var key : likeness.keys()) {
            likeness.range(key);
            likeness.weights.put(key, likeness.weight(key, logLevels));
        }
        return likeness;
    }

    private SortedSet<String> keys() {
        var keys = new TreeSet<String>();
        attributes.values().forEach(each -> keys.addAll(each.keySet()));
        return keys;
    }

    private void range(String key) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (var each : attributes.values()) {
            if (each.containsKey(key)) {
                double number = number(each.get(key));
                if (Double.isNaN(number)) {
                    return;
                }
                lowest = Math.min(lowest, number);
                highest = Math.max(highest, number);
            }
        }
        ranges.put(key, highest - lowest);
    }

    /** How much nearer to one another the levels of things alike are than those of all. */
    private double weight(String key, SortedMap<String, Double> logLevels) {
        var names = List.copyOf(logLevels.keySet());
        int step = Math.max(1, names.size() / MOST_COMPARED);
        double likeness = 0;
        double distance = 0;
        double distanceOfLike = 0;
        int pairs = 0;
        for (int i = 0; i < names.size(); i += step) {
            for (int j = i + step; j < names.size(); j += step) {
                double alike = alike(names.get(i), names.get(j), key);
                double apart = Math.abs(value(logLevels, names.get(i)) - value(logLevels, names.get(j)));
                pairs++;
                distance += apart;
                likeness += alike;
                distanceOfLike += alike * apart;
            }
        }
        if (!(distance > 0 && likeness > 0)) {
            return 1;
        }
        return Math.max(LEAST_WEIGHT, 1 - distanceOfLike / likeness / (distance / pairs));
    }

    private static double value(SortedMap<String, Double> map, String key) {
        return map.getOrDefault(key, 0.0);
    }

    /** From 0 for nothing in common to 1 for the same in everything; 0 when nothing is known of one. */
    double between(String one, String other) {
        double sum = 0;
        double weight = 0;
        for (var key : weights.entrySet()) {
            if (has(one, key.getKey()) && has(other, key.getKey())) {
                sum += key.getValue() * alike(one, other, key.getKey());
            }
            weight += key.getValue();
        }
        return weight > 0 ? sum / weight : 0;
    }

    private boolean has(String name, String key) {
        return attributes.getOrDefault(name, Map.of()).containsKey(key);
    }

    private double alike(String one, String other, String key) {
        if (!has(one, key) || !has(other, key)) {
            return 0;
        }
        var first = attributes.getOrDefault(one, Map.of()).getOrDefault(key, "");
        var second = attributes.getOrDefault(other, Map.of()).getOrDefault(key, "");
        double range = ranges.getOrDefault(key, 0.0);
        if (range > 0) {
            return 1 - Math.abs(number(first) - number(second)) / range;
        }
        return first.equals(second) ? 1 : 0;
    }

    private static double number(String text) {
        try {
            double number = Double.parseDouble(text.strip());
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
