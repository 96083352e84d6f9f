package dev.storetwin.core.guardrail.sheet;

import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.guardrail.NumberLimit;
import dev.storetwin.guardrail.TimeLimit;
import dev.storetwin.type.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a cell of a table says: money, a share, a number or a time of day. */
final class LimitValue {

    private static final String DIGITS = "-?\\d{1,15}(?:\\.\\d{1,15})?";
    private static final Pattern MONEY = Pattern.compile("(" + DIGITS + ") ?([A-Z]{3})");
    private static final Pattern NUMBER = Pattern.compile("(" + DIGITS + ") ?(%)?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})");

    private LimitValue() {}

    /** The limit of a cell; nothing when it is none of the kinds. */
    static Optional<Fact> fact(String name, String scope, String cell) {
        return money(cell)
                .<Fact>map(it -> new Limit(name, scope, it))
                .or(() -> number(cell).map(it -> new NumberLimit(name, scope, it.doubleValue())))
                .or(() -> time(cell).map(it -> new TimeLimit(name, scope, it)));
    }

    /** For example {@code 49.90 EUR}. */
    static Optional<Money> money(String cell) {
        var found = MONEY.matcher(cell);
        try {
            return found.matches() ? Optional.of(Money.of(found.group(1), found.group(2))) : Optional.empty();
        } catch (IllegalArgumentException unknownCurrency) {
            return Optional.empty();
        }
    }

    /** For example {@code 30}, {@code 0.12} or, which is the same, {@code 12 %}. */
    static Optional<BigDecimal> number(String cell) {
        var found = NUMBER.matcher(cell);
        if (!found.matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(found.group(1));
        return Optional.of(found.group(2) == null ? number : number.movePointLeft(2));
    }

    /** For example {@code 16:30}. */
    static Optional<LocalTime> time(String cell) {
        var found = TIME.matcher(cell);
        try {
            return found.matches()
                    ? Optional.of(LocalTime.of(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))))
                    : Optional.empty();
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    /** What may be meant by a cell that says nothing. */
    static String hint(String cell) {
        if (cell.isEmpty()) {
            return "Maybe the row is not finished.";
        }
        if (cell.matches(".*\\d,\\d.*")) {
            return "Maybe it has a decimal comma: write a point.";
        }
        if (cell.matches(".*\\p{Sc}.*")) {
            return "Maybe write the currency's code, such as EUR, after the amount.";
        }
        return cell.matches(".*\\d ?[A-Za-z]{3}") ? "Maybe there is no such currency." : "Maybe a letter slipped in.";
    }
}
