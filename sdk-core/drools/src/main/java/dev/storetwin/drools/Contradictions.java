package dev.storetwin.drools;

import dev.storetwin.drools.PlainRule.Constraint;
import dev.storetwin.guardrail.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds comparisons of one field that cannot be true together, so that the rule never fires.
 *
 * <p>How it works: what is compared with a number, an amount or a text narrows what the field may be; a comparison that leaves nothing is told.
 */
final class Contradictions {

    private static final Pattern NUMBERS = Pattern.compile("([\\w.#]+)(==|>=|<=|>|<)(-?\\d+(?:\\.\\d+)?)[BdDfFlL]?");
    private static final Pattern AMOUNTS =
            Pattern.compile("([\\w.#]+)(==|>=|<=|>|<)Money\\.of\\(\"(-?\\d+(?:\\.\\d+)?)\",\"[A-Z]{3}\"\\)");
    private static final Pattern SAME = Pattern.compile("([\\w.#]+)==(\"[^\"]*\"|[A-Z]\\w*\\.[A-Z_]+)");
    private static final Pattern OTHER = Pattern.compile("([\\w.#]+)!=(\"[^\"]*\"|[A-Z]\\w*\\.[A-Z_]+)");

    private final Map<String, Range> ranges = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, List<String>> excluded = new LinkedHashMap<>();

    /** Which numbers are left, and the comparisons that left them. */
    private record Range(
            Optional<BigDecimal> low, boolean withLow, Optional<BigDecimal> high, boolean withHigh, String words) {

        static final Range ALL = new Range(Optional.empty(), false, Optional.empty(), false, "");

        Range narrowed(String sign, BigDecimal number, String constraint) {
            var range = this;
            if (!sign.startsWith("<")) {
                range = range.above(number, sign.endsWith("="));
            }
            if (!sign.startsWith(">")) {
                range = range.below(number, sign.endsWith("="));
            }
            return new Range(
                    range.low,
                    range.withLow,
                    range.high,
                    range.withHigh,
                    words.isEmpty() ? constraint : words + " and " + constraint);
        }

        private Range above(BigDecimal number, boolean with) {
            int order = low.map(number::compareTo).orElse(1);
            return order > 0 || (order == 0 && !with)
                    ? new Range(Optional.of(number), with, high, withHigh, words)
                    : this;
        }

        private Range below(BigDecimal number, boolean with) {
            int order = high.map(number::compareTo).orElse(-1);
            return order < 0 || (order == 0 && !with)
                    ? new Range(low, withLow, Optional.of(number), with, words)
                    : this;
        }

        boolean isEmpty() {
            if (low.isEmpty() || high.isEmpty()) {
                return false;
            }
            int order = low.get().compareTo(high.get());
            return order > 0 || (order == 0 && !(withLow && withHigh));
        }
    }

    private Contradictions() {}

    static List<Finding> of(DrlFile file, PlainRule rule) {
        var contradictions = new Contradictions();
        var findings = new ArrayList<Finding>();
        for (var constraint : rule.constraints()) {
            if (constraint.text().contains("||")) {
                continue;
            }
            for (var comparison : constraint.text().split("&&", -1)) {
                contradictions.narrow(comparison).ifPresent(it -> findings.add(finding(file, constraint, it)));
            }
        }
        return findings;
    }

    private static Finding finding(DrlFile file, Constraint constraint, String words) {
        return file.text()
                .finding(
                        constraint.start(),
                        "The rule never fires: %s cannot be true together.".formatted(words),
                        "Maybe || is meant, or two rules.");
    }

    /** The comparisons that exclude each other, if this is one too many. */
    private Optional<String> narrow(String comparison) {
        var same = SAME.matcher(comparison);
        if (same.matches()) {
            return equal(same.group(1), same.group(2));
        }
        var other = OTHER.matcher(comparison);
        if (other.matches()) {
            return different(other.group(1), other.group(2));
        }
        for (var kind : List.of(NUMBERS, AMOUNTS)) {
            var number = kind.matcher(comparison);
            if (number.matches()) {
                return number(number.group(1), number.group(2), new BigDecimal(number.group(3)), comparison);
            }
        }
        return Optional.empty();
    }

    private Optional<String> number(String field, String sign, BigDecimal number, String comparison) {
        var range = ranges.getOrDefault(field, Range.ALL).narrowed(sign, number, comparison);
        boolean isNew =
                range.isEmpty() && !ranges.getOrDefault(field, Range.ALL).isEmpty();
        ranges.put(field, range);
        return isNew ? Optional.of(range.words()) : Optional.empty();
    }

    private Optional<String> equal(String field, String value) {
        var before = values.putIfAbsent(field, value);
        if (before != null && !before.equals(value)) {
            return Optional.of("%s == %s and == %s".formatted(field, before, value));
        }
        return excluded.getOrDefault(field, List.of()).contains(value)
                ? Optional.of("%s != %s and == %s".formatted(field, value, value))
                : Optional.empty();
    }

    private Optional<String> different(String field, String value) {
        excluded.computeIfAbsent(field, it -> new ArrayList<>()).add(value);
        return value.equals(values.get(field))
                ? Optional.of("%s == %s and != %s".formatted(field, value, value))
                : Optional.empty();
    }
}
