package dev.storetwin.core.pricing.plan;

import java.util.Arrays;

/**
 * One way to price a group.
 *
 * @param rungs of each member
 * @param value by the members' scores
 * @param uses  what it takes of each limit that the group is under
 */
record GroupAnswer(int[] rungs, double value, long[] uses) {

    boolean isSame(GroupAnswer other) {
        return Arrays.equals(rungs, other.rungs);
    }

    /** Its value less what it takes at these prices. */
    double worth(int[] limits, double[] prices) {
        double worth = value;
        for (int i = 0; i < limits.length; i++) {
            worth -= prices[limits[i]] * uses[i];
        }
        return worth;
    }
}
