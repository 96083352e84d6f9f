package dev.storetwin.core;

import dev.storetwin.core.decision.GuardedDecider;
import dev.storetwin.decision.Decision;
import dev.storetwin.pricing.MarkdownQuestion;
import dev.storetwin.pricing.MarkdownWish;
import dev.storetwin.type.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A question about a markdown in words, as far as the target and the moment of a decision do not tell it, and back. */
final class AskedMarkdown {

    private static final Pattern WORDS = Pattern.compile(
            "markdown until (\\S+) in at most (\\d+) moves (\\d+) days apart(?: salvage (\\S+) (\\S+))?(?: lowest (\\S+) (\\S+))?(?: sell-through (\\S+))?(?: return cost of a unit (\\S+))?");

    private AskedMarkdown() {}

    /** For example {@code markdown until 2026-12-31 in at most 3 moves 7 days apart lowest 5.00 EUR sell-through 0.9}. */
    static String words(MarkdownQuestion question) {
        var wish = question.wish();
        return "markdown until %s in at most %d moves %d days apart"
                        .formatted(wish.until(), wish.mostMoves(), wish.daysApart())
                + wish.salvage().map(it -> " salvage " + words(it)).orElse("")
                + wish.lowest().map(it -> " lowest " + words(it)).orElse("")
                + (wish.sellThrough().isPresent()
                        ? " sell-through " + wish.sellThrough().getAsDouble()
                        : "")
                + (question.returnCost().isPresent()
                        ? " return cost of a unit " + question.returnCost().getAsDouble()
                        : "");
    }

    private static String words(Money money) {
        return money.amount().toPlainString() + " " + money.currency().getCurrencyCode();
    }

    /** What was asked; empty for a decision about something else than a markdown. */
    static Optional<MarkdownQuestion> of(Decision<?> decision) {
        var words = WORDS.matcher(decision.versions().getOrDefault(GuardedDecider.QUESTION, ""));
        return words.matches()
                ? decision.target().sku().flatMap(sku -> decision.target()
                        .channel()
                        .map(channel ->
                                new MarkdownQuestion(sku, channel, wish(words), decision.asOf(), number(words, 9))))
                : Optional.empty();
    }

    private static MarkdownWish wish(Matcher words) {
        return new MarkdownWish(
                LocalDate.parse(words.group(1)),
                money(words, 4),
                money(words, 6),
                Integer.parseInt(words.group(2)),
                Integer.parseInt(words.group(3)),
                number(words, 8));
    }

    private static OptionalDouble number(Matcher words, int group) {
        return Optional.ofNullable(words.group(group)).stream()
                .mapToDouble(Double::parseDouble)
                .findFirst();
    }

    private static Optional<Money> money(Matcher words, int group) {
        return Optional.ofNullable(words.group(group)).map(it -> Money.of(it, words.group(group + 1)));
    }
}
