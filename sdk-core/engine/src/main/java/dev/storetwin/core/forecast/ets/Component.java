package dev.storetwin.core.forecast.ets;

/** How a part of a series joins the others. */
public enum Component {
    NONE("N"),
    ADDITIVE("A"),
    MULTIPLICATIVE("M");

    private final String letter;

    Component(String letter) {
        this.letter = letter;
    }

    /** The letter that the literature knows it by. */
    public String letter() {
        return letter;
    }

    static Component of(char letter) {
        for (var it : values()) {
            if (it.letter.charAt(0) == letter) {
                return it;
            }
        }
        throw new IllegalArgumentException("'%s' must be N, A or M.".formatted(letter));
    }
}
