package dev.storetwin.csv;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads decimal numbers with a point, in the digits 0 to 9. Digits of other scripts are refused: a file that has them was made by a program that means
 * other separators too, so the number may be a thousandfold off.
 */
public final class Numbers {

    private static final int LONGEST = 60;
    private static final Pattern PLAIN = Pattern.compile("[-+]?[0-9]*\\.?[0-9]*(?:[eE][-+]?[0-9]{1,3})?");

    private Numbers() {}

    /** Empty when it is no number, or one of absurd size. */
    public static Optional<BigDecimal> parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !PLAIN.matcher(text).matches()) {
            return Optional.empty(); // before the digits are added up: millions of them would take minutes
        }
        try {
            var number = new BigDecimal(text);
            return Math.abs((long) number.scale()) <= LONGEST ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
