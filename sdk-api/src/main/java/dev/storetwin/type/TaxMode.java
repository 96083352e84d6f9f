package dev.storetwin.type;

/** Whether a price as shown contains the tax. */
public enum TaxMode {
    /** The price is without tax, which is added at checkout. */
    NET,
    /** The price contains the tax. */
    GROSS,
    /** The platform does not say. */
    UNKNOWN
}
