package dev.storetwin.core.inventory.policy;

/**
 * What a stretch of time cost, by kind, and how much was asked for.
 *
 * @param holding  of what lay on the shelf
 * @param shortage of what was missing
 * @param ordering per order and per unit ordered
 * @param waste    of what spoiled
 * @param demanded units asked for
 * @param lost     units of these that found nothing
 */
public record PlayCost(double holding, double shortage, double ordering, double waste, double demanded, double lost) {

    public static final PlayCost ZERO = new PlayCost(0, 0, 0, 0, 0, 0);

    /** All kinds together. */
    public double total() {
        return holding + shortage + ordering + waste;
    }

    /** Share of demand that was served; 1 when nothing was asked for. */
    public double fillRate() {
        return demanded > 0 ? 1 - lost / demanded : 1;
    }

    public PlayCost plus(PlayCost other) {
        return new PlayCost(
                holding + other.holding,
                shortage + other.shortage,
                ordering + other.ordering,
                waste + other.waste,
                demanded + other.demanded,
                lost + other.lost);
    }

    public PlayCost times(double factor) {
        return new PlayCost(
                holding * factor,
                shortage * factor,
                ordering * factor,
                waste * factor,
                demanded * factor,
                lost * factor);
    }
}
