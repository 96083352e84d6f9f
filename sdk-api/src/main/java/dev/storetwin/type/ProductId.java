package dev.storetwin.type;

/** A product: what a shopper sees as one page, with one or several SKUs under it. */
public record ProductId(String value) implements Comparable<ProductId> {

    public ProductId {
        Identifier.check("product id", value);
    }

    public static ProductId of(String value) {
        return new ProductId(value);
    }

    @Override
    public int compareTo(ProductId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
