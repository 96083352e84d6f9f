package dev.storetwin.type;

/** One visit of one shopper, by token; not a person. */
public record SessionId(String value) implements Comparable<SessionId> {

    public SessionId {
        Identifier.check("session id", value);
    }

    public static SessionId of(String value) {
        return new SessionId(value);
    }

    @Override
    public int compareTo(SessionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
