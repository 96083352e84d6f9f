package dev.storetwin.cli.report;

import java.util.List;

/**
 * One thing about the input that a reader should know, and what was made of it.
 *
 * @param what     such as {@code Cancellations}
 * @param count    how many of them
 * @param unit     what is counted, such as {@code lines}
 * @param handling such as {@code taken off the orders that they cancel}
 * @param examples the most telling ones, without anything personal
 */
public record InputNote(String what, long count, String unit, String handling, List<String> examples) {

    public InputNote {
        examples = List.copyOf(examples);
    }

    public static InputNote of(String what, long count, String unit, String handling, String... examples) {
        return new InputNote(what, count, unit, handling, List.of(examples));
    }
}
