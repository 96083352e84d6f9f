package dev.storetwin.returns;

/** What becomes of goods that a customer does not want to keep. */
public enum Fate {
    /** Back on the shelf, as new. */
    RESTOCK,
    /** Mended or cleaned first. */
    REPAIR,
    /** Back to where it was bought. */
    SEND_TO_SUPPLIER,
    /** Thrown or given away. */
    WRITE_OFF,
    /** It never comes back. */
    LEAVE_WITH_CUSTOMER
}
