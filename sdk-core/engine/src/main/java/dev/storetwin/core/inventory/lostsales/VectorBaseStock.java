package dev.storetwin.core.inventory.lostsales;

import java.util.Arrays;
import java.util.List;

/**
 * Fills the stock that is there from each future period on up to a level of that period, as far as all levels allow (Morton 1969, 1971;
 * "standard vector base-stock policy" in Zipkin 2008). It never orders less than is best.
 *
 * @param levels for all stock, for what arrives from the next period on, and so on; the last one bounds the order alone
 */
public record VectorBaseStock(List<Integer> levels) implements LostSalesPolicy {

    public VectorBaseStock {
        levels = List.copyOf(levels);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("A vector base stock policy needs at least one level.");
        }
    }

    /** Each level is the newsvendor's of the demand that the stock has to meet. */
    public static VectorBaseStock standard(LostSalesCase shelf) {
        return new VectorBaseStock(Arrays.stream(shelf.mostFrom()).boxed().toList());
    }

    @Override
    public int order(int[] pipeline) {
        int most = levels.get(levels.size() - 1);
        int fromHere = 0;
        for (int l = pipeline.length - 1; l >= 0; l--) {
            fromHere += pipeline[l];
            most = Math.min(most, levels.get(l) - fromHere);
        }
        return Math.max(0, most);
    }
}
