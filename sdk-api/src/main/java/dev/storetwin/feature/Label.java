package dev.storetwin.feature;

/**
 * What a model is to foretell.
 *
 * @param name    such as {@code units_next_7d}
 * @param starts  how many days after the moment of a row the span begins that the label counts; negative when it begins before
 * @param meaning in one sentence
 */
public record Label(String name, int starts, String meaning) {

    /** Counts from the moment of a row on. */
    public static Label of(String name, String meaning) {
        return new Label(name, 0, meaning);
    }
}
