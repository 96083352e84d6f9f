package dev.storetwin.core.inventory.echelon;

/**
 * One stage of a chain.
 *
 * @param echelonHoldingCost what a unit costs here per unit of time on top of what it costs at the stage that supplies this one
 * @param leadTime           from the supplying stage to this one
 */
public record Stage(double echelonHoldingCost, double leadTime) {

    public Stage {
        if (!(echelonHoldingCost > 0 && echelonHoldingCost < Double.MAX_VALUE)) {
            throw new IllegalArgumentException("""
                    The echelon holding cost (%s) of a stage must be above 0.
                    Maybe the stage adds no value; then stock stands as well at the next one, and the two are one stage.""".formatted(echelonHoldingCost));
        }
        if (!(leadTime >= 0 && leadTime < Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "The lead time (%s) of a stage must not be negative.".formatted(leadTime));
        }
    }
}
