package dev.storetwin.core.guardrail;

import dev.storetwin.core.json.JsonDocument;
import dev.storetwin.core.json.MalformedJson;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Action;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads from an audit trail what was weighed: prices and orders, whether or not they were chosen. */
public final class PastActions {

    private static final Pattern PRICE = Pattern.compile("price (\\S+) ([A-Z]{3}) -> .*");

    private final Path file;
    private int line;

    private PastActions(Path file) {
        this.file = file;
    }

    /**
     * All actions of a trail in its order, each once for a decision. It is not verified here.
     *
     * @throws IllegalArgumentException with file and line of what is no line of a trail
     */
    public static List<PastAction> ofTrail(Path file) {
        var reading = new PastActions(file);
        try (var lines = Files.lines(file)) {
            return lines.flatMap(reading::actions).distinct().collect(Collectors.toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("%s cannot be read.".formatted(file), unreadable);
        }
    }

    private Stream<PastAction> actions(String text) {
        line++;
        try {
            var entry =
                    JsonDocument.parse(text.getBytes(StandardCharsets.UTF_8)).object("entry");
            return entry.filter(it -> it.text("kind").equals(Optional.of("decision"))).stream()
                    .flatMap(PastActions::ofDecision);
        } catch (MalformedJson | IllegalArgumentException broken) {
            throw new IllegalArgumentException(
                    "%s:%d:1: this is no line of an audit trail (%s).\nMaybe the file is another, or cut."
                            .formatted(file.getFileName(), line, broken.getMessage()),
                    broken);
        }
    }

    private static Stream<PastAction> ofDecision(JsonDocument decision) {
        var id = decision.text("id").orElse("");
        var asOf = decision.text("asOf").map(Instant::parse);
        return decision.objects("alternatives").stream()
                .flatMap(it -> it.object("proposed").stream())
                .flatMap(it -> it.object("action").stream())
                .flatMap(it -> action(it).stream())
                .map(it -> new PastAction(id, asOf, it));
    }

    private static Optional<Action> action(JsonDocument action) {
        var target = action.object("target");
        var sku = target.flatMap(it -> it.text("sku")).map(Sku::of);
        var commitment = action.object("commitment");
        if (sku.isEmpty() || commitment.isEmpty()) {
            return Optional.empty();
        }
        var channel = target.flatMap(it -> it.text("channel")).map(Channel::of);
        var node = target.flatMap(it -> it.text("node")).map(NodeId::of);
        var price = commitment.get().object("price").map(PastActions::money);
        var units = commitment.get().exact("units").map(Quantity::of);
        var spend = commitment.get().object("spend").map(PastActions::money);
        return channel.flatMap(where -> price.flatMap(
                        to -> before(action).<Action>map(from -> new PriceChange(sku.get(), where, from, to))))
                .or(() -> node.flatMap(where -> units.map(it -> new Replenishment(sku.get(), where, it, spend))));
    }

    /** The price before stands in the words alone. */
    private static Optional<Money> before(JsonDocument action) {
        return action.text("words")
                .map(PRICE::matcher)
                .filter(it -> it.matches())
                .map(it -> Money.of(it.group(1), it.group(2)));
    }

    private static Money money(JsonDocument money) {
        return Money.of(
                money.exact("amount")
                        .orElseThrow(() -> new IllegalArgumentException("an amount is missing"))
                        .toPlainString(),
                money.text("currency").orElse(""));
    }
}
