package dev.storetwin.core.inventory.policy;

/** How the best of several policies is told from the luckiest. */
public enum ChoosingRule {
    /** The lowest mean cost. */
    LEAST_MEAN,

    /** The first of the candidates, unless another one's mean cost is lower by more than one standard error of the difference. */
    ONE_STANDARD_ERROR
}
