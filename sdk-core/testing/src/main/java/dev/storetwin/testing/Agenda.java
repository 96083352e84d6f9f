package dev.storetwin.testing;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What will happen in a shop and when. Its clock moves only when it is told to. */
final class Agenda {

    private record Entry(Instant at, long number, Runnable task) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::number));
    private long numbers;
    private Instant now;

    Agenda(Instant opening) {
        this.now = opening;
    }

    Instant now() {
        return now;
    }

    /** At one moment things happen in the order in which they were entered. */
    void at(Instant moment, Runnable task) {
        entries.add(new Entry(moment.isBefore(now) ? now : moment, numbers++, task));
    }

    /** Lets everything happen up to and at a moment. */
    void advanceTo(Instant moment) {
        if (moment.isBefore(now)) {
            throw new IllegalArgumentException(
                    "The shop's clock stands at %s and cannot go back to %s.\nMaybe another shop is meant."
                            .formatted(now, moment));
        }
        while (!entries.isEmpty() && !entries.peek().at().isAfter(moment)) {
            var next = entries.remove();
            now = next.at();
            next.task().run();
        }
        now = moment;
    }
}
