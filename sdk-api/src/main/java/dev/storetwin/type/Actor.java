package dev.storetwin.type;

/**
 * Who did something to the twin.
 *
 * @param role in which capacity
 * @param name the host's login or job name; no personal data is needed here
 */
public record Actor(Role role, String name) {

    public static final Actor TWIN = new Actor(Role.TWIN, "twin");

    /** The host, where it does not say who. */
    public static final Actor HOST = new Actor(Role.HOST, "host");

    public Actor {
        Identifier.check("actor", name);
    }
}
