package dev.storetwin.core.inventory.placement;

import java.time.Duration;

/**
 * How much work a placement may take. Work is counted, so that the same case ends at the same place everywhere; the patience is a backstop, and an
 * answer that it cut short says so.
 *
 * @param work     elementary steps: a customer looked at for a site is one
 * @param patience wall-clock time after which whatever was found is the answer
 * @param gap      how far the cost may be from the proven bound, relative to it, to be called best
 */
public record PlacementLimits(long work, Duration patience, double gap) {

    /** Some seconds for dozens of sites and hundreds of customers, much less for most. */
    public static final PlacementLimits DEFAULT = new PlacementLimits(1_200_000_000L, Duration.ofSeconds(30), 1e-9);

    public PlacementLimits {
        if (work < 1 || patience.isNegative() || !(gap >= 0 && gap < 1)) {
            throw new IllegalArgumentException("""
                    Limits of %d steps of work, %s and a gap of %s.
                    Maybe a limit was meant to be left as it is: start from PlacementLimits.DEFAULT.""".formatted(work, patience, gap));
        }
    }

    public PlacementLimits withWork(long most) {
        return new PlacementLimits(most, patience, gap);
    }

    public PlacementLimits withPatience(Duration most) {
        return new PlacementLimits(work, most, gap);
    }

    public PlacementLimits withGap(double most) {
        return new PlacementLimits(work, patience, most);
    }
}
