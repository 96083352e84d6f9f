package dev.storetwin.csv;

import java.util.Locale;

/**
 * One column of a table.
 *
 * @param name  as the header spells it
 * @param index its place in every line, from 0
 */
public record Column(String name, int index) {

    /** Two headers are the same when they differ only in case, spaces and marks: {@code Unit Price} is {@code unit_price}. */
    static String plain(String name) {
        var plain = new StringBuilder();
        name.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
        return plain.toString().toLowerCase(Locale.ROOT);
    }
}
