package dev.storetwin.core.inventory.policy;

import dev.storetwin.core.inventory.InventoryOptions;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A choice as settings that can be kept: what to plan orders with until the next choice.
 *
 * @param method  of forecasting, by its name
 * @param safety  factor on the cost of a shortage
 * @param reviews that an order is made to last for
 */
public record PolicySettings(String method, double safety, int reviews) {

    public PolicySettings {
        if (method.isBlank() || method.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("'%s' is no name of a method.".formatted(method));
        }
        if (!(safety > 0 && safety < Double.POSITIVE_INFINITY) || reviews < 1) {
            throw new IllegalArgumentException(
                    "safety (%s) must be above 0 and finite, and reviews (%d) at least 1.".formatted(safety, reviews));
        }
    }

    /** One line, to be read back by {@link #parse}. */
    public String text() {
        return "method=%s safety=%s reviews=%d".formatted(method, Digits.of(safety), reviews);
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static PolicySettings parse(String text) {
        var parts = Arrays.stream(text.strip().split("\\s+"))
                .map(it -> it.split("=", 2))
                .filter(it -> it.length == 2)
                .collect(Collectors.toMap(it -> it[0], it -> it[1], (first, second) -> second));
        if (!parts.keySet().equals(Set.of("method", "safety", "reviews"))) {
            throw unreadable(text);
        }
        return parse(text, parts);
    }

    private static PolicySettings parse(String text, Map<String, String> parts) {
        try {
            return new PolicySettings(
                    parts.getOrDefault("method", ""),
                    Double.parseDouble(parts.getOrDefault("safety", "")),
                    Integer.parseInt(parts.getOrDefault("reviews", "")));
        } catch (NumberFormatException noNumber) {
            throw unreadable(text);
        }
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(
                "'%s' are no policy settings, expected such as 'method=usual safety=1.2 reviews=1'.\nMaybe they were cut."
                        .formatted(text));
    }

    /**
     * Options that plan so. The factor goes into the service level, which weighs a shortage where the margin is not known; where it is, the
     * margin itself is the weight and stays.
     */
    public InventoryOptions applied(InventoryOptions options) {
        double odds = safety * options.serviceLevel() / (1 - options.serviceLevel());
        return options.withServiceLevel(odds / (1 + odds)).withReviewDays(options.reviewDays() * reviews);
    }
}
