package dev.storetwin.feature;

import java.util.Collection;
import java.util.Optional;

/** Which of the known names somebody meant who typed another. */
public final class NearestName {

    private NearestName() {}

    /** The name that the fewest slips of the pen lead to, the first of several; empty when none is near. */
    public static Optional<String> to(String typed, Collection<String> known) {
        int fewest = Math.max(2, typed.length() / 3) + 1;
        Optional<String> nearest = Optional.empty();
        for (var name : known) {
            int slips = slips(typed, name);
            if (slips < fewest) {
                fewest = slips;
                nearest = Optional.of(name);
            }
        }
        return nearest;
    }

    /** A sentence for the end of an error; {@code otherwise} when no name is near. */
    public static String hint(String typed, Collection<String> known, String otherwise) {
        return to(typed, known).map("Maybe '%s' is meant."::formatted).orElse(otherwise);
    }

    /** Characters to put in, take out or replace (Levenshtein 1966), one row of the table at a time. */
    private static int slips(String from, String to) {
        var row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
