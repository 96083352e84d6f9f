package dev.storetwin.core.experiment;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which candidate is taken, and how probable that was for each.
 *
 * @param taken   index of a candidate
 * @param chances one per candidate; they sum to one
 * @param regret  what is expected to be given up against the best; 0 for the best itself
 * @param isTrial whether it was drawn from what is believed, to learn
 * @param reasons why it came out so, in words; empty where nothing is tried anyway
 */
public record Drawing(int taken, List<Double> chances, double regret, boolean isTrial, List<String> reasons) {

    public Drawing {
        chances = List.copyOf(chances);
        reasons = List.copyOf(reasons);
    }

    /** One of so many, for certain, since something else waits for a yes. */
    public static Drawing waiting(int index, int count) {
        return certain(index, count);
    }

    /** One of so many, for certain, since there is nothing left to choose. */
    public static Drawing settled(int index, int count) {
        return certain(index, count);
    }

    /** One of so many, for certain. */
    static Drawing certain(int index, int count, String... reasons) {
        var chances = IntStream.range(0, count)
                .mapToObj(it -> it == index ? 1.0 : 0.0)
                .toList();
        return new Drawing(index, chances, 0, false, List.of(reasons));
    }

    /** The first whose chances, summed up to it, are above a number from 0 to below 1. */
    static int at(double uniform, List<Double> chances) {
        double sum = 0;
        int last = chances.indexOf(Collections.max(chances));
        for (int i = 0; i < chances.size(); i++) {
            sum += chances.get(i);
            if (uniform < sum) {
                return i;
            }
        }
        return last;
    }
}
