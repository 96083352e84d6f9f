package dev.storetwin.type;

/** The smallest thing a shop sells or stocks: one variant of one product. Case and spaces are the platform's; they are kept. */
public record Sku(String value) implements Comparable<Sku> {

    public Sku {
        Identifier.check("SKU", value);
    }

    public static Sku of(String value) {
        return new Sku(value);
    }

    @Override
    public int compareTo(Sku other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
