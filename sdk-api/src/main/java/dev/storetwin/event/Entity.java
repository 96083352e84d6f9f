package dev.storetwin.event;

/**
 * One thing at its source that events tell about: an order, a refund, a count. Newer versions of the same entity replace older ones.
 *
 * @param kind what it is
 * @param id   unique for the kind within the shop
 */
public record Entity(EntityKind kind, String id) implements Comparable<Entity> {

    public Entity {
        if (id.isBlank()) {
            throw new IllegalArgumentException(
                    "A %s needs an id.\nMaybe the source sent null or an empty string.".formatted(kind));
        }
    }

    @Override
    public int compareTo(Entity other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
