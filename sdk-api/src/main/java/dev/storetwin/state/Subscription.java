package dev.storetwin.state;

/**
 * How somebody wants to hear of changes.
 *
 * @param filter   which
 * @param buffer   how many may wait for a subscriber
 * @param overflow what becomes of more
 */
public record Subscription(ChangeFilter filter, int buffer, Overflow overflow) {

    /** All changes, 256 may wait, more become one. */
    public static final Subscription DEFAULT = new Subscription(ChangeFilter.EVERYTHING, 256, Overflow.LATEST);

    private static final int LARGEST = 1 << 20;

    public Subscription {
        if (buffer < 1 || buffer > LARGEST) {
            throw new IllegalArgumentException(
                    "A buffer has room for one change at least and %d at most, not for %d.\nMaybe Overflow.LATEST is meant, which keeps the newest."
                            .formatted(LARGEST, buffer));
        }
    }

    public static Subscription to(ChangeFilter filter) {
        return DEFAULT.withFilter(filter);
    }

    public Subscription withFilter(ChangeFilter wanted) {
        return new Subscription(wanted, buffer, overflow);
    }

    public Subscription withBuffer(int room) {
        return new Subscription(filter, room, overflow);
    }

    public Subscription withOverflow(Overflow policy) {
        return new Subscription(filter, buffer, policy);
    }
}
