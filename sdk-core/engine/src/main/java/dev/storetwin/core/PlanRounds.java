package dev.storetwin.core;

import dev.storetwin.core.pricing.plan.PriceOptimiser;
import dev.storetwin.core.state.Workers;
import dev.storetwin.core.thread.ForeignCode;
import dev.storetwin.proposal.PlanProgress;
import dev.storetwin.proposal.PlanProgress.Phase;
import dev.storetwin.proposal.PlanWatch;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works through a plan in rounds. Within a round several may work side by side. The watch is asked in the thread that asked for the plan, before each part that
 * this does itself; when it says stop, parts that others have begun are finished, and no more.
 */
final class PlanRounds {

    private static final Logger LOG = LoggerFactory.getLogger(PlanRounds.class);

    /** Lines that one thread takes at a time: neighbours, which often are of one SKU and share its forecast. */
    private static final int PART = 8;

    /** The watch is asked once in so many of the small parts that an optimiser has. */
    private static final int SELDOM = 64;

    private final Thread asker = Thread.currentThread();
    private final Workers workers;
    private final PlanWatch watch;
    private double worked;

    PlanRounds(Workers workers, PlanWatch watch) {
        this.workers = workers;
        this.watch = watch;
    }

    /**
     * Works out some lines and puts them in their places, each of which is there already.
     *
     * @param share   of all work that this phase is
     * @param indices of the lines, rising
     * @return false when the watch stopped it: then some lines are what they were
     */
    <T> boolean run(Phase phase, double share, int[] indices, IntFunction<T> work, List<T> lines) {
        double before = worked;
        int all = indices.length;
        var finished = new AtomicInteger();
        BooleanSupplier goesOn = () -> {
            int done = finished.get();
            worked = before + (all == 0 ? share : share * done / all);
            return told(phase, done, all);
        };
        boolean whole = parts((all + PART - 1) / PART, goesOn, part -> {
            int end = Math.min(all, (part + 1) * PART);
            for (int i = part * PART; i < end; i++) {
                lines.set(indices[i], work.apply(indices[i]));
            }
            finished.addAndGet(end - part * PART);
        });
        return whole && goesOn.getAsBoolean();
    }

    /**
     * Does parts side by side as long as it goes on.
     *
     * @param goesOn is asked by the asker alone, before each part that it does itself
     * @return false when it did not go on; then some parts are not done
     */
    private boolean parts(int parts, BooleanSupplier goesOn, IntConsumer work) {
        var stopped = new AtomicBoolean();
        workers.run(parts, part -> {
            if (!stopped.get() && Thread.currentThread().equals(asker) && !goesOn.getAsBoolean()) {
                stopped.set(true);
            }
            if (!stopped.get()) {
                work.accept(part);
            }
        });
        return !stopped.get();
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
    PriceOptimiser.Crew watched(Phase phase, int all) {
        return (parts, work) -> {
            var asked = new AtomicInteger();
            boolean whole = told(phase, 0, all)
                    && parts(parts, () -> asked.incrementAndGet() % SELDOM != 0 || told(phase, 0, all), work);
            if (!whole) {
                throw new Stopped();
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
