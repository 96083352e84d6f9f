package dev.storetwin.decision;

import dev.storetwin.proposal.Effort;

/**
 * When less work is done, by the share of the budget that is spent. A step that is never to be taken stands at infinity.
 *
 * @param cachedAt  from here on models of before are used again
 * @param simpleAt  from here on a simple method; not below {@code cachedAt}
 * @param nothingAt from here on nothing is worked out; not below {@code simpleAt}, above 1 to answer beyond the budget
 */
public record DegradeLadder(double cachedAt, double simpleAt, double nothingAt) {

    /** Cached from seven tenths of the budget on, simple from nine tenths, nothing when all is spent. */
    public static final DegradeLadder DEFAULT = new DegradeLadder(.7, .9, 1);

    public DegradeLadder {
        if (!(cachedAt > 0 && simpleAt >= cachedAt && nothingAt >= simpleAt)) {
            throw new IllegalArgumentException("""
                    The steps of a ladder are shares of the budget above 0, in order: cachedAt (%s), simpleAt (%s), nothingAt (%s).
                    Maybe two of them were swapped, or one was given in percent.""".formatted(cachedAt, simpleAt, nothingAt));
        }
    }

    /** How much work may still be done when this share is spent. */
    public Effort at(double share) {
        if (share >= nothingAt) {
            return Effort.NOTHING;
        }
        if (share >= simpleAt) {
            return Effort.SIMPLE;
        }
        return share >= cachedAt ? Effort.CACHED : Effort.FULL;
    }
}
