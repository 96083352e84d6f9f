package dev.storetwin.pricing;

/** How much is known of what a promotion did. */
public enum PromotionStatus {
    /** The lift and all side effects. */
    MEASURED,
    /** The lift, and not all side effects; the reasons say which not. */
    PARTLY,
    /** Not even the lift; the reasons say why. */
    UNKNOWN
}
