package dev.storetwin.type;

import java.util.Locale;

/**
 * For what a grant holds. Of several that cover one thing the most specific counts.
 *
 * @param kind what the value names
 * @param value of that kind; {@code *} for everything
 */
public record Scope(Kind kind, String value) {

    /** Most specific first. */
    public enum Kind {
        SKU,
        CATEGORY,
        CHANNEL,
        NODE,
        EVERYTHING
    }

    public static final Scope EVERYTHING = new Scope(Kind.EVERYTHING, "*");

    public Scope {
        Identifier.check("scope", value);
        if ((kind == Kind.EVERYTHING) != value.equals("*")) {
            throw new IllegalArgumentException("""
                    A scope of kind %s cannot be '%s'.
                    Maybe Scope.EVERYTHING is meant.""".formatted(kind, value));
        }
    }

    public static Scope of(Sku sku) {
        return new Scope(Kind.SKU, sku.value());
    }

    public static Scope ofCategory(String category) {
        return new Scope(Kind.CATEGORY, category);
    }

    public static Scope of(Channel channel) {
        return new Scope(Kind.CHANNEL, channel.value());
    }

    public static Scope of(NodeId node) {
        return new Scope(Kind.NODE, node.value());
    }

    /** For example {@code sku:MUG-1}; {@code *} for everything. */
    @Override
    public String toString() {
        return kind == Kind.EVERYTHING ? value : kind.name().toLowerCase(Locale.ROOT) + ":" + value;
    }
}
