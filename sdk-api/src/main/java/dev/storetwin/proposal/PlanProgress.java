package dev.storetwin.proposal;

import java.util.Locale;

/**
 * How far a plan is.
 *
 * @param phase  what is being done
 * @param done   lines of this phase, of {@code all}
 * @param worked the share of all work that is done, by work and not by the clock: from 0 to 1, never falling
 */
public record PlanProgress(Phase phase, int done, int all, double worked) {

    /** What a plan goes through, in order. */
    public enum Phase {
        /** Each line is looked at for itself. */
        DECIDING,
        /** What lines share or what ties them is settled, and whoever it changes is decided again. */
        SHARING,
        /** The decisions are written down. From here on a plan cannot be stopped. */
        WRITING
    }

    /** The share of all work that is still to be done. */
    public double rest() {
        return 1 - worked;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %d of %d, %.0f %%", phase, done, all, 100 * worked);
    }
}
