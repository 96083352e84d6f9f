package dev.storetwin.core.inventory.lostsales;

/**
 * Orders the same every period, whatever is there (Reiman 2004; Goldberg et al. 2016: best of all when lead times grow without end).
 *
 * @param quantity units; stock only stays bounded when it is below mean demand
 */
public record ConstantOrder(int quantity) implements LostSalesPolicy {

    public ConstantOrder {
        if (quantity < 0) {
            throw new IllegalArgumentException("quantity (%d) must not be negative.".formatted(quantity));
        }
    }

    @Override
    public int order(int[] pipeline) {
        return quantity;
    }
}
