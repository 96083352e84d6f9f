package dev.storetwin.benchmarks.memory;

import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import java.util.Arrays;

/**
 * Orders in which events may arrive, by number: each depends on the seed and its number alone. The first is the order in which they were
 * told, each once; of the others every second is shuffled as a whole, and in the rest most events come nearly in their turn and some very
 * late, as they do from platforms. One event in twenty comes again. In every third order some are lost.
 */
final class Arrivals {

    private static final double REPEATED = .05;
    private static final double LOST = .03;

    private final Draws draws;
    private final int events;

    Arrivals(long seed, int events) {
        this.draws = Draws.of(seed);
        this.events = events;
    }

    static boolean losesSome(int number) {
        return number % 3 == 2;
    }

    static boolean isWhole(int number) {
        return number % 2 == 1;
    }

    /** Whether an event never arrives, in an order that loses some. */
    boolean isLost(int number, int event) {
        return losesSome(number) && draws.uniform("lost", "", ((long) number << 32) + event) < LOST;
    }

    /**
     * Positions of events as they arrive. A repetition is told by its position plus the number of all events.
     */
    int[] order(int number) {
        if (number == 0) {
            var told = new int[events];
            Arrays.setAll(told, it -> it);
            return told;
        }
        var draw = draws.keyed("arrival", "", number);
        var all = withRepetitions(draw);
        return isWhole(number) ? shuffled(all, draw) : delayed(all, draw);
    }

    private int[] withRepetitions(Draw draw) {
        var all = new int[events * 2];
        int count = 0;
        for (int i = 0; i < events; i++) {
            all[count++] = i;
            if (draw.nextBoolean(REPEATED)) {
                all[count++] = i + events;
            }
        }
        return Arrays.copyOf(all, count);
    }

    private static int[] shuffled(int[] all, Draw draw) {
        for (int i = all.length - 1; i > 0; i--) {
            int other = draw.nextInt(i + 1);
            int swapped = all[i];
            all[i] = all[other];
            all[other] = swapped;
        }
        return all;
    }

    /** Sorted by position plus delay; the place in the array keeps equal ones apart. */
    private int[] delayed(int[] all, Draw draw) {
        var places = new long[all.length];
        for (int i = 0; i < all.length; i++) {
            places[i] = (all[i] % events + delay(draw)) << 32 | i;
        }
        Arrays.sort(places);
        return Arrays.stream(places).mapToInt(it -> all[(int) it]).toArray();
    }

    private static long delay(Draw draw) {
        double luck = draw.nextDouble();
        if (luck < .80) {
            return draw.nextInt(50);
        }
        return luck < .95 ? draw.nextInt(5_000) : (long) (-100_000 * StrictMath.log(draw.nextOpenDouble()));
    }
}
