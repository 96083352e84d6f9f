package dev.storetwin.type;

/**
 * What an action comes to, as events keep it: enough to carry it out later, and to take it back.
 *
 * @param commitment what it binds
 * @param replaces   what stood before and stands again once it is taken back; nothing where it adds to the world
 * @param words      as the action describes itself
 */
public record ActionOutline(
        Capability capability, Target target, Commitment commitment, Commitment replaces, String words) {

    /** The same, binding otherwise. */
    public ActionOutline withCommitment(Commitment other) {
        return new ActionOutline(capability, target, other, replaces, words);
    }
}
