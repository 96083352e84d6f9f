package dev.storetwin.cli.report;

import java.util.List;

/**
 * Where the numbers come from.
 *
 * @param sentence such as {@code 320,705 order lines of sales.csv, 1 December 2010 to 31 July 2011}; may be empty
 * @param notes    how the input was handled, most telling first
 */
public record Input(String sentence, List<InputNote> notes) {

    public static final Input UNTOLD = new Input("", List.of());

    public Input {
        notes = List.copyOf(notes);
    }
}
