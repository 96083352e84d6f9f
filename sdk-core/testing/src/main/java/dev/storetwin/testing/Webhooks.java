package dev.storetwin.testing;

import dev.storetwin.core.random.Draws;
import dev.storetwin.event.TwinEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The way events take from a shop to its twin: not always once and not always in order. */
final class Webhooks {

    private final Draws draws;
    private final List<TwinEvent> waiting = new ArrayList<>();
    private boolean muted;
    private boolean repeats;
    private boolean shuffles;
    private double lost;
    private long deliveries;
    private long sent;

    Webhooks(Draws draws) {
        this.draws = draws;
    }

    synchronized void send(TwinEvent event) {
        if (!muted && !draws.keyed("lost delivery", "", sent++).nextBoolean(lost)) {
            waiting.add(event);
        }
    }

    /** What is sent while muted never comes. */
    synchronized void mute(boolean value) {
        muted = value;
    }

    synchronized void repeat() {
        repeats = true;
    }

    synchronized void shuffle() {
        shuffles = true;
    }

    /** This share of what is sent never comes. */
    synchronized void lose(double share) {
        lost = share;
    }

    synchronized List<TwinEvent> drain() {
        var delivery = new ArrayList<TwinEvent>();
        for (var event : waiting) {
            delivery.addAll(Collections.nCopies(repeats ? 2 : 1, event));
        }
        waiting.clear();
        if (shuffles) {
            mix(delivery);
        }
        deliveries++;
        return List.copyOf(delivery);
    }

    private void mix(List<TwinEvent> delivery) {
        var draw = draws.keyed("delivery", "", deliveries);
        for (int i = delivery.size() - 1; i > 0; i--) {
            Collections.swap(delivery, i, draw.nextInt(i + 1));
        }
    }
}
