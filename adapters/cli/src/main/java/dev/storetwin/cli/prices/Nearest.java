package dev.storetwin.cli.prices;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant: the word that takes the fewest letters to change. */
final class Nearest {

    /** Nobody mistypes more, and distances of long texts take long. */
    private static final int LONGEST = 100;

    private Nearest() {}

    /** Empty when nothing is near: more than half of the letters would have to change. */
    static Optional<String> to(String text, Collection<String> words) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var wanted = text.toLowerCase(Locale.ROOT);
        return words.stream()
                .min(Comparator.<String>comparingInt(it -> distance(wanted, it.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(it -> distance(wanted, it.toLowerCase(Locale.ROOT)) <= (wanted.length() + 1) / 2);
    }

    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
