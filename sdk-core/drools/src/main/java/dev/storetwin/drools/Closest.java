package dev.storetwin.drools;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What somebody may have meant who wrote a name that does not exist. */
final class Closest {

    private Closest() {}

    /** The candidate that is few letters away; of several the first in alphabetical order. */
    static Optional<String> to(String name, Collection<String> candidates) {
        int most = Math.max(1, name.length() / 3);
        return candidates.stream()
                .filter(it -> distance(name, it) <= most)
                .min(Comparator.<String>comparingInt(it -> distance(name, it)).thenComparing(it -> it));
    }

    /** As a hint, such as {@code Maybe 'price'?}; empty when nothing is near. */
    static String hint(String name, Collection<String> candidates) {
        return to(name, candidates).map("Maybe '%s'?"::formatted).orElse("");
    }

    /** Levenshtein's distance without regard to case, row by row. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int above = row[column];
                int change = same(one.charAt(line - 1), other.charAt(column - 1)) ? 0 : 1;
                row[column] = Math.min(diagonal + change, 1 + Math.min(above, row[column - 1]));
                diagonal = above;
            }
        }
        return row[other.length()];
    }

    private static boolean same(char one, char other) {
        return Character.toLowerCase(one) == Character.toLowerCase(other);
    }
}
