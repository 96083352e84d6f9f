package dev.storetwin.core.guardrail;

import dev.storetwin.core.json.JsonDocument;
import dev.storetwin.core.json.MalformedJson;
import dev.storetwin.type.ActionOutline;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Commitment;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads from an audit trail what was weighed, whether or not it was chosen. */
public final class PastActions {

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
                .flatMap(it -> outline(it).stream())
                .flatMap(it -> OutlinedActions.of(it).stream())
                .map(it -> new PastAction(id, asOf, it));
    }

    private static Optional<ActionOutline> outline(JsonDocument action) {
        var capability = action.text("capability").map(it -> Capability.valueOf(it.toUpperCase(Locale.ROOT)));
        var target = action.object("target").map(PastActions::target);
        var commitment = action.object("commitment").map(PastActions::commitment);
        return capability.flatMap(of -> target.flatMap(about -> commitment.flatMap(bound ->
                action.text("words").map(words -> new ActionOutline(of, about, bound, Commitment.NONE, words)))));
    }

    private static Target target(JsonDocument target) {
        return new Target(
                target.text("sku").map(Sku::of),
                target.text("channel").map(Channel::of),
                target.text("node").map(NodeId::of),
                target.text("order").map(OrderId::of));
    }

    private static Commitment commitment(JsonDocument commitment) {
        return new Commitment(
                commitment.object("price").map(PastActions::money),
                commitment.exact("units").map(Quantity::of),
                commitment.object("spend").map(PastActions::money));
    }

    private static Money money(JsonDocument money) {
        return Money.of(
                money.exact("amount")
                        .orElseThrow(() -> new IllegalArgumentException("an amount is missing"))
                        .toPlainString(),
                money.text("currency").orElse(""));
    }
}
