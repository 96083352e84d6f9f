package dev.storetwin.cli.report;

import dev.storetwin.type.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How numbers and dates are spelled: separators for thousands, a true minus, digits that line up; the same on every machine. */
public final class Figures {

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Figures() {}

    public static String count(long number) {
        return minus(String.format(Locale.ROOT, "%,d", number));
    }

    /** As many digits after the point as tell something. */
    public static String number(double value) {
        var size = Math.abs(value);
        if (size >= 1_000 || size == 0) {
            return decimals(value, 0);
        }
        return shortest(decimals(value, size >= 100 ? 1 : size >= 1 ? 2 : leadingZeros(size) + 2));
    }

    private static int leadingZeros(double size) {
        return Math.min(8, (int) Math.ceil(-Math.log10(size)));
    }

    private static String shortest(String digits) {
        return digits.contains(".") ? digits.replaceAll("\\.?0+$", "") : digits;
    }

    /** With a fixed number of digits after the point. */
    public static String decimals(double value, int digits) {
        var text = String.format(Locale.ROOT, "%,." + digits + "f", value);
        return text.matches("-[0.,]*") ? text.substring(1) : minus(text);
    }

    /** In the unit's own way: money with the digits of its currency. Without the unit. */
    public static String in(double value, String unit) {
        return CURRENCIES.contains(unit)
                ? decimals(value, Math.max(0, Currency.getInstance(unit).getDefaultFractionDigits()))
                : number(value);
    }

    /** For large print: big sums without their pennies. Without the unit. */
    public static String headline(double value, String unit) {
        return Math.abs(value) >= 10_000 ? decimals(value, 0) : in(value, unit);
    }

    /** An amount of money with its own digits, as a price tag has it. Without the currency. */
    public static String price(Money price) {
        return price.amount().toPlainString();
    }

    /** With the unit behind it. */
    public static String with(double value, String unit) {
        return (in(value, unit) + " " + unit).strip();
    }

    /** With a sign and the unit, as a difference is. */
    public static String gain(double value, String unit) {
        return sign(value) + with(value, unit);
    }

    public static String sign(double value) {
        return value > 0 ? "+" : "";
    }

    public static String percent(double share) {
        return shortest(decimals(share * 100, 1)) + " %";
    }

    private static String minus(String digits) {
        return digits.replace('-', '\u2212');
    }

    /** For example {@code 1 Aug 2011}. */
    public static String date(LocalDate day) {
        return day(day) + " " + day.getYear();
    }

    /** For example {@code 1 Aug}. */
    public static String day(LocalDate day) {
        return day.getDayOfMonth() + " " + month(day);
    }

    public static String month(LocalDate day) {
        return MONTHS.get(day.getMonthValue() - 1);
    }

    /** For example {@code 1 Aug 2011, 09:30}. */
    public static String moment(Instant instant, ZoneId zone) {
        var local = instant.atZone(zone);
        return String.format(Locale.ROOT, "%s, %tR", date(local.toLocalDate()), local);
    }
}
