package dev.storetwin.testing;

import dev.storetwin.fulfillment.SourcingPlan;
import dev.storetwin.guardrail.Campaign;
import dev.storetwin.guardrail.CarrierOutage;
import dev.storetwin.guardrail.Category;
import dev.storetwin.guardrail.CurrentPrice;
import dev.storetwin.guardrail.CutOff;
import dev.storetwin.guardrail.DayStartPrice;
import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.Figure;
import dev.storetwin.guardrail.LandedCost;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.guardrail.Location;
import dev.storetwin.guardrail.LowestPrice;
import dev.storetwin.guardrail.Market;
import dev.storetwin.guardrail.MinimumOrder;
import dev.storetwin.guardrail.Moment;
import dev.storetwin.guardrail.NodeOutage;
import dev.storetwin.guardrail.NodeStock;
import dev.storetwin.guardrail.NumberLimit;
import dev.storetwin.guardrail.OrderAge;
import dev.storetwin.guardrail.OrderValue;
import dev.storetwin.guardrail.OrderedLine;
import dev.storetwin.guardrail.PackSize;
import dev.storetwin.guardrail.PriceAge;
import dev.storetwin.guardrail.Refunded;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.guardrail.Spend;
import dev.storetwin.guardrail.Standing;
import dev.storetwin.guardrail.StockCover;
import dev.storetwin.guardrail.TimeLimit;
import dev.storetwin.guardrail.WeekSpend;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.Transfer;
import dev.storetwin.merchandising.Ranking;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PromotionPlan;
import dev.storetwin.proposal.Action;
import dev.storetwin.returns.Disposition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Examples of what rules shall say, in text files that lie beside the rules and end in {@code .examples}:
 *
 * <pre>
 * # Words after a hash are for people.
 * example: a price below cost is blocked
 * given: LandedCost(sku: MUG-1, amount: 10.00 EUR)
 * judge: PriceChange(sku: MUG-1, channel: web, from: 12.99 EUR, to: 9.99 EUR)
 * expect: blocked
 * fired: margin floor
 * </pre>
 *
 * <p>{@code given} may stand there several times or never; {@code fired} names rules with {@code ;} between them, or {@code none}, and may be
 * left out; so may {@code to}, which tells what action an adjusted one becomes.
 */
public final class RuleExamples {

    static final String ENDING = ".examples";

    private static final List<Class<? extends Action>> ACTIONS = List.of(
            Disposition.class,
            PriceChange.class,
            PromotionPlan.class,
            Ranking.class,
            Replenishment.class,
            SourcingPlan.class,
            Transfer.class);
    private static final List<Class<? extends Fact>> FACTS = List.of(
            Campaign.class,
            CarrierOutage.class,
            Category.class,
            CurrentPrice.class,
            CutOff.class,
            DayStartPrice.class,
            Figure.class,
            LandedCost.class,
            Limit.class,
            Location.class,
            LowestPrice.class,
            Market.class,
            MinimumOrder.class,
            Moment.class,
            NodeOutage.class,
            NodeStock.class,
            NumberLimit.class,
            OrderAge.class,
            OrderValue.class,
            OrderedLine.class,
            PackSize.class,
            PriceAge.class,
            Refunded.class,
            Spend.class,
            Standing.class,
            StockCover.class,
            TimeLimit.class,
            WeekSpend.class);
    private static final String EXPECTED =
            Arrays.stream(Severity.values()).map(RuleExample::word).collect(Collectors.joining(", "));

    private final String file;
    private final List<RuleExample> examples = new ArrayList<>();
    private List<Fact> given = new ArrayList<>();
    private Optional<String> name = Optional.empty();
    private Optional<Action> judged = Optional.empty();
    private Optional<Severity> expected = Optional.empty();
    private Optional<Action> to = Optional.empty();
    private Optional<List<String>> fired = Optional.empty();
    private int begin;

    private RuleExamples(String file) {
        this.file = file;
    }

    /**
     * All examples of a folder and its subfolders, in order of file and line.
     *
     * @throws IllegalArgumentException with file, line and column of the first line that cannot be understood
     */
    public static List<RuleExample> ofFolder(Path folder) {
        try (var paths = Files.walk(folder)) {
            return paths.filter(it -> it.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .flatMap(it -> of(folder.relativize(it).toString().replace('\\', '/'), text(it)).stream())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The folder %s cannot be read.".formatted(folder), unreadable);
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "The file %s cannot be read.\nMaybe it is not UTF-8.".formatted(path), unreadable);
        }
    }

    /** The examples of one text, named by its file. */
    public static List<RuleExample> of(String file, String text) {
        var reading = new RuleExamples(file);
        var lines = text.replaceFirst("^\uFEFF", "").split("\\R", -1);
        for (int line = 1; line <= lines.length; line++) {
            reading.line(line, lines[line - 1]);
        }
        reading.finish(lines.length);
        return List.copyOf(reading.examples);
    }

    private void line(int number, String text) {
        if (text.isBlank() || text.strip().startsWith("#")) {
            return;
        }
        int colon = text.indexOf(':');
        var word = colon < 0 ? text.strip() : text.substring(0, colon).strip();
        var value = colon < 0 ? "" : text.substring(colon + 1).strip();
        int column = colon < 0 ? 1 : Math.max(1, text.indexOf(value, colon + 1) + 1);
        if (word.equals("example")) {
            finish(number);
            begin = number;
            name = Optional.of(value);
            return;
        }
        if (name.isEmpty()) {
            throw problem(number, 1, "Before '%s' stands no 'example: ...'.".formatted(word));
        }
        try {
            take(word, value);
        } catch (IllegalArgumentException wrong) {
            throw problem(number, column, String.valueOf(wrong.getMessage()));
        }
    }

    private void take(String word, String value) {
        switch (word) {
            case "given" -> given.add(SpokenRecord.read(value, FACTS));
            case "judge" -> judged = once(word, judged, SpokenRecord.read(value, ACTIONS));
            case "expect" -> expected = once(word, expected, severity(value));
            case "to" -> to = once(word, to, SpokenRecord.read(value, ACTIONS));
            case "fired" -> fired = once(word, fired, names(value));
            default ->
                throw new IllegalArgumentException(
                        "'%s' is not known here, expected example, given, judge, expect, to or fired.".formatted(word));
        }
    }

    private static <T> Optional<T> once(String word, Optional<T> before, T value) {
        if (before.isPresent()) {
            throw new IllegalArgumentException(
                    "'%s' stands there a second time. Maybe 'example: ...' is missing before it.".formatted(word));
        }
        return Optional.of(value);
    }

    private static Severity severity(String word) {
        return Arrays.stream(Severity.values())
                .filter(it -> RuleExample.word(it).equals(word.replace('_', ' ')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'%s' is no verdict, expected one of %s.".formatted(word, EXPECTED)));
    }

    private static List<String> names(String value) {
        return value.equals("none")
                ? List.of()
                : Stream.of(value.split(";", -1)).map(String::strip).toList();
    }

    private void finish(int line) {
        if (name.isPresent()) {
            var action = judged.orElseThrow(() -> incomplete(line, "judge"));
            var severity = expected.orElseThrow(() -> incomplete(line, "expect"));
            examples.add(new RuleExample(file, begin, name.get(), given, action, severity, to, fired));
        }
        given = new ArrayList<>();
        name = Optional.empty();
        judged = Optional.empty();
        expected = Optional.empty();
        to = Optional.empty();
        fired = Optional.empty();
    }

    private IllegalArgumentException incomplete(int line, String word) {
        return problem(line, 1, "The example '%s' ends without '%s: ...'.".formatted(name.orElse(""), word));
    }

    private IllegalArgumentException problem(int line, int column, String what) {
        return new IllegalArgumentException("%s:%d:%d: %s".formatted(file, line, column, what));
    }
}
