package dev.storetwin.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads single values as Shopify writes them. */
final class Scalars {

    private static final int LONGEST_ID = 100;
    private static final int LONGEST_NUMBER = 40;

    /** More digits before or after the point are no amount and no quantity of any shop. */
    private static final int DIGITS = 15;

    private static final String DAY = "2025-03-01";

    private static final Pattern GRAPHQL_ID = Pattern.compile("gid://[^/]+/[^/]+/([^/?]+)(\\?.*)?");
    private static final Pattern ZERO = Pattern.compile("-.*|0+");

    private Scalars() {}

    static String typeOf(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case STRING -> "text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            default -> node.getNodeType().name().toLowerCase(Locale.ROOT);
        };
    }

    static Optional<String> text(JsonNode node) {
        if (node.isTextual()) {
            return Optional.of(node.textValue()).filter(value -> !value.isBlank());
        }
        if (node.isNumber()) {
            return number(node).map(BigDecimal::toPlainString);
        }
        throw new Unreadable("Expected text, not " + typeOf(node) + ".");
    }

    static Optional<String> id(JsonNode node) {
        if (!node.isTextual() && !(node.isNumber() && isWhole(node))) {
            throw new Unreadable("Expected an id, not " + typeOf(node) + ".");
        }
        var text = node.isTextual()
                ? node.textValue().strip()
                : node.decimalValue().toBigInteger().toString();
        var gid = GRAPHQL_ID.matcher(text);
        var id = gid.matches() ? gid.group(1) : text;
        if (id.length() > LONGEST_ID || id.chars().anyMatch(Character::isISOControl)) {
            throw new Unreadable("Expected an id of at most %d characters.".formatted(LONGEST_ID));
        }
        return Optional.of(id).filter(it -> !it.isEmpty() && !ZERO.matcher(it).matches());
    }

    private static boolean isWhole(JsonNode node) {
        var number = node.decimalValue();
        return node.isIntegralNumber()
                || (isSane(number) && number.stripTrailingZeros().scale() <= 0);
    }

    static Optional<BigDecimal> number(JsonNode node) {
        if (!node.isNumber() && !node.isTextual()) {
            throw new Unreadable("Expected a number, not " + typeOf(node) + ".");
        }
        return node.isNumber()
                ? Optional.of(sane(node.decimalValue()))
                : number(node.textValue().strip());
    }

    private static Optional<BigDecimal> number(String digits) {
        if (digits.isEmpty()) {
            return Optional.empty();
        }
        if (digits.length() > LONGEST_NUMBER) {
            throw new Unreadable("Expected a number of at most %d characters.".formatted(LONGEST_NUMBER));
        }
        try {
            return Optional.of(sane(new BigDecimal(digits)));
        } catch (NumberFormatException notANumber) {
            throw new Unreadable("Expected digits with a point, such as 1234.50.");
        }
    }

    private static BigDecimal sane(BigDecimal number) {
        if (!isSane(number)) {
            throw new Unreadable(
                    "Expected a number of at most %d digits before and after the point.".formatted(DIGITS));
        }
        return number;
    }

    private static boolean isSane(BigDecimal number) {
        return number.scale() <= DIGITS && (long) number.precision() - number.scale() <= DIGITS;
    }

    static Optional<Boolean> flag(JsonNode node) {
        if (!node.isBoolean()) {
            throw new Unreadable("Expected true or false, not " + typeOf(node) + ".");
        }
        return Optional.of(node.booleanValue());
    }

    static Optional<Instant> moment(JsonNode node) {
        if (!node.isTextual()) {
            throw new Unreadable("Expected a time, not " + typeOf(node) + ".");
        }
        var text = node.textValue().strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(moment(text));
    }

    /** ISO 8601 with an offset, some bodies with a space in place of the T; or a day alone, which begins in UTC. */
    static Instant moment(String text) {
        try {
            return sane(
                    text.length() == DAY.length()
                            ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
                            : OffsetDateTime.parse(text.replace(' ', 'T'), DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        } catch (DateTimeParseException notATime) {
            throw new Unreadable("Expected a time with an offset, such as 2025-03-01T09:30:00-05:00.");
        }
    }

    private static Instant sane(OffsetDateTime moment) {
        if (moment.getYear() < 1 || moment.getYear() > 9999) {
            throw new Unreadable("Expected a time of the years 1 to 9999.");
        }
        return moment.toInstant();
    }

    /** A value is not of the type that it should be. The reader adds where it stands. */
    static final class Unreadable extends RuntimeException {

        Unreadable(String expectation) {
            super(expectation, null, false, false);
        }

        String expectation() {
            return String.valueOf(getMessage());
        }
    }
}
