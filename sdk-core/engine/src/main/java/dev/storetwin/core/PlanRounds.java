package dev.storetwin.core;

import dev.storetwin.core.state.Workers;
import dev.storetwin.core.thread.ForeignCode;
import dev.storetwin.inventory.PlanProgress;
import dev.storetwin.inventory.PlanProgress.Phase;
import dev.storetwin.inventory.PlanWatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works through a plan in rounds. Within a round several may work side by side; between rounds the watch is asked, in the thread that asked for
 * the plan.
 */
final class PlanRounds {

    private static final Logger LOG = LoggerFactory.getLogger(PlanRounds.class);

    /** Lines that one thread takes at a time: neighbours, which often are of one SKU and share its forecast. */
    private static final int PART = 8;

    private static final int ROUND = 64 * PART;

    private final Workers workers;
    private final PlanWatch watch;
    private double worked;

    PlanRounds(Workers workers, PlanWatch watch) {
        this.workers = workers;
        this.watch = watch;
    }

    /**
     * Works out some lines and puts them in their places.
     *
     * @param share   of all work that this phase is
     * @param indices of the lines, rising
     * @return false when the watch stopped it
     */
    <T> boolean run(Phase phase, double share, int[] indices, IntFunction<T> work, List<T> lines) {
        double before = worked;
        boolean goesOn = told(phase, 0, indices.length);
        for (int first = 0; first < indices.length && goesOn; first += ROUND) {
            int last = Math.min(indices.length, first + ROUND);
            round(first, last, indices, work, lines);
            worked = before + share * last / indices.length;
            goesOn = told(phase, last, indices.length);
        }
        worked = before + share;
        return goesOn;
    }

    private <T> void round(int first, int last, int[] indices, IntFunction<T> work, List<T> lines) {
        var done = new ArrayList<T>(Collections.nCopies(last - first, lines.get(indices[first])));
        workers.run((done.size() + PART - 1) / PART, part -> {
            for (int i = part * PART; i < Math.min(done.size(), (part + 1) * PART); i++) {
                done.set(i, work.apply(indices[first + i]));
            }
        });
        for (int i = 0; i < done.size(); i++) {
            lines.set(indices[first + i], done.get(i));
        }
    }

    /** Tells how far it is, and asks whether it goes on. A watch that fails stops the plan. */
    boolean told(Phase phase, int done, int all) {
        try {
            return watch.goesOn(new PlanProgress(phase, done, all, Math.min(1, worked)));
        } catch (Throwable broken) {
            ForeignCode.outlive(broken);
            LOG.error("The watch of a plan failed at {} of {}", done, all, broken);
            return false;
        }
    }

    /** Those who work side by side, and who stop when the watch stops them; then {@link Stopped} is thrown. */
    Workers watched(Phase phase, int all) {
        return (parts, work) -> {
            for (int first = 0; first < parts; first += ROUND) {
                int from = first;
                if (!told(phase, 0, all)) {
                    throw new Stopped();
                }
                workers.run(Math.min(parts - first, ROUND), part -> work.accept(from + part));
            }
        };
    }

    /** The watch has stopped a plan. */
    static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1;

        Stopped() {
            super("the watch stopped it", null, false, false);
        }
    }

    /** What is left of the work is so far. */
    void wrote(int done, int all, double share) {
        worked = 1 - share + share * done / all;
    }
}
