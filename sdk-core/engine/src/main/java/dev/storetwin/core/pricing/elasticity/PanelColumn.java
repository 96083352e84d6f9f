package dev.storetwin.core.pricing.elasticity;

/**
 * A column beside price and units that may explain demand.
 *
 * @param name as its owner calls it
 */
public record PanelColumn(String name, Kind kind) {

    /** What the numbers of a column are. */
    public enum Kind {
        /** An amount or a flag. */
        NUMBER,
        /** The price of another product, taken by its logarithm. */
        PRICE,
        /** Codes without order, such as seasons by name. */
        CODE
    }

    public PanelColumn {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A column needs a name.");
        }
    }

    public static PanelColumn number(String name) {
        return new PanelColumn(name, Kind.NUMBER);
    }

    public static PanelColumn price(String name) {
        return new PanelColumn(name, Kind.PRICE);
    }

    public static PanelColumn code(String name) {
        return new PanelColumn(name, Kind.CODE);
    }
}
