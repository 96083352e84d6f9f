package dev.storetwin.core.inventory;

/**
 * What is assumed of a way between two nodes that nobody has described.
 *
 * @param days      from leaving to the other shelf
 * @param costShare what it costs to move a unit, as a share of what the unit costs
 */
public record UsualLane(int days, double costShare) {

    public static final UsualLane DEFAULT = new UsualLane(2, .05);

    public UsualLane {
        if (days < 0 || days > InventoryOptions.LONGEST_LEAD_DAYS || !(costShare >= 0 && costShare < 100)) {
            throw new IllegalArgumentException(
                    "A usual lane of %d days at %s of a unit's cost is not possible.\nMaybe hours or percent were given."
                            .formatted(days, costShare));
        }
    }
}
