package dev.storetwin.proposal;

import dev.storetwin.type.ActionOutline;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Commitment;
import dev.storetwin.type.Target;

/** Something that the twin could do to the shop. Implementations are flat records, so that rules can match on them. */
public interface Action {

    Capability capability();

    /** What it is about. */
    Target target();

    /** What it binds once it is taken. */
    Commitment commitment();

    /** What stood before and stands again once it is taken back; nothing where it only adds to the world. */
    default Commitment replaces() {
        return Commitment.NONE;
    }

    /** The same as events keep it. */
    default ActionOutline outline() {
        return new ActionOutline(capability(), target(), commitment(), replaces(), describe());
    }

    /** In words, such as {@code price 19.99 EUR -> 17.99 EUR}. Two actions are the same when their words are. */
    String describe();
}
