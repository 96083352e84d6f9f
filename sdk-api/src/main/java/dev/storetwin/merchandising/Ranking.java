package dev.storetwin.merchandising;

import dev.storetwin.proposal.Action;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Commitment;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;

/**
 * A place for one SKU on one page of a channel.
 *
 * @param page     a listing, a search, a shelf of recommendations
 * @param position from 1, which is seen first
 */
public record Ranking(Sku sku, Channel channel, String page, int position) implements Action {

    public Ranking {
        if (position < 1) {
            throw new IllegalArgumentException(
                    "%s on page '%s' needs a position from 1 on, not %d.\nMaybe it was counted from 0."
                            .formatted(sku, page, position));
        }
    }

    /** The same SKU at another place of the page; what a rule adjusts to. */
    public Ranking withPosition(int other) {
        return new Ranking(sku, channel, page, other);
    }

    @Override
    public Capability capability() {
        return Capability.MERCHANDISING;
    }

    @Override
    public Target target() {
        return Target.of(sku, channel);
    }

    @Override
    public Commitment commitment() {
        return Commitment.NONE;
    }

    @Override
    public String describe() {
        return "place %d on page %s".formatted(position, page);
    }
}
