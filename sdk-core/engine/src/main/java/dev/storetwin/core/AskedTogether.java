package dev.storetwin.core;

import dev.storetwin.core.decision.GuardedDecider;
import dev.storetwin.core.pricing.together.TogetherQuestion;
import dev.storetwin.core.pricing.together.TogetherQuestion.Word;
import dev.storetwin.decision.Decision;
import dev.storetwin.pricing.PriceAim;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.type.Money;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A question about a price that is planned together with others, in words, and back. */
final class AskedTogether {

    private static final Pattern WORDS = Pattern.compile(
            "planned together for (\\w+)(?:; also ([\\d. ]+) (\\w{3}))?(?:; return cost of a unit ([^; ]+))?"
                    + "(?:; (?:keeps|takes (\\S+) after (\\S+) (\\w{3})): (.*))?",
            Pattern.DOTALL);

    private AskedTogether() {}

    /** For example {@code planned together for profit; also 9.99 10.99 EUR; takes 10.99 after 9.49 EUR: it is expected to bring ...}. */
    static String words(TogetherQuestion question) {
        return "planned together for " + question.aim().name().toLowerCase(Locale.ROOT)
                + also(question.also())
                + (question.single().returnCost().isPresent()
                        ? "; return cost of a unit "
                                + question.single().returnCost().getAsDouble()
                        : "")
                + question.word().map(AskedTogether::words).orElse("");
    }

    private static String also(List<Money> prices) {
        return prices.isEmpty()
                ? ""
                : prices.stream()
                        .map(AskedTogether::plain)
                        .collect(Collectors.joining(
                                " ", "; also ", " " + prices.get(0).currency().getCurrencyCode()));
    }

    private static String plain(Money price) {
        return price.amount().toPlainString();
    }

    private static String words(Word word) {
        return word.change()
                .map(it -> "; takes %s after %s %s: %s"
                        .formatted(plain(it.to()), plain(it.from()), it.to().currency(), word.why()))
                .orElse("; keeps: " + word.why());
    }

    /** What was asked; empty for a decision about anything else. */
    static Optional<TogetherQuestion> of(Decision<?> decision) {
        var words = WORDS.matcher(decision.versions().getOrDefault(GuardedDecider.QUESTION, ""));
        return words.matches()
                ? decision.target().sku().flatMap(sku -> decision.target()
                        .channel()
                        .map(channel ->
                                question(words, new PriceQuestion(sku, channel, decision.asOf(), returns(words)))))
                : Optional.empty();
    }

    private static TogetherQuestion question(Matcher words, PriceQuestion single) {
        var also = Optional.ofNullable(words.group(2)).stream()
                .flatMap(it -> Stream.of(it.split(" ")))
                .map(it -> Money.of(it, words.group(3)))
                .toList();
        var aim = PriceAim.valueOf(words.group(1).toUpperCase(Locale.ROOT));
        return new TogetherQuestion(
                single,
                aim,
                also,
                Optional.ofNullable(words.group(8)).map(why -> new Word(change(words, single), why)));
    }

    private static Optional<PriceChange> change(Matcher words, PriceQuestion single) {
        return Optional.ofNullable(words.group(5))
                .map(to -> new PriceChange(
                        single.sku(),
                        single.channel(),
                        Money.of(words.group(6), words.group(7)),
                        Money.of(to, words.group(7))));
    }

    private static OptionalDouble returns(Matcher words) {
        return Optional.ofNullable(words.group(4)).stream()
                .mapToDouble(Double::parseDouble)
                .findFirst();
    }
}
