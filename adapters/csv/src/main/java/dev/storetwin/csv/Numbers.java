package dev.storetwin.csv;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads decimal numbers with a point. */
final class Numbers {

    private static final int LONGEST = 60;

    private Numbers() {}

    /** Empty when it is no number, or one of absurd size. */
    static Optional<BigDecimal> parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var number = new BigDecimal(text);
            return Math.abs((long) number.scale()) <= LONGEST ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
