package dev.storetwin.type;

/** A campaign that changes prices or visibility for a while. */
public record PromotionId(String value) implements Comparable<PromotionId> {

    public PromotionId {
        Identifier.check("promotion id", value);
    }

    public static PromotionId of(String value) {
        return new PromotionId(value);
    }

    @Override
    public int compareTo(PromotionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
