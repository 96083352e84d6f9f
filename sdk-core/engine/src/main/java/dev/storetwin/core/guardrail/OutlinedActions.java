package dev.storetwin.core.guardrail;

import dev.storetwin.fulfillment.SourcingPlan;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.Transfer;
import dev.storetwin.merchandising.Ranking;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PromotionPlan;
import dev.storetwin.proposal.Action;
import dev.storetwin.returns.Disposition;
import dev.storetwin.returns.Fate;
import dev.storetwin.type.ActionOutline;
import dev.storetwin.type.CarrierId;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Actions made again from what events and the audit trail keep of them.
 *
 * <p>How it works: each kind is told by its words, and what the words leave out is in the target and the commitment. What is made counts only
 * when it describes itself in the very same words about the same target, so nothing is ever taken for another kind.
 */
public final class OutlinedActions {

    private static final String MONEY = "(\\S+ [A-Z]{3})";

    /** How one kind is told and made. */
    private record Kind(Pattern words, BiFunction<ActionOutline, MatchResult, Action> maker) {}

    private static final List<Kind> KINDS = List.of(
            kind(
                    "price " + MONEY + " -> " + MONEY,
                    (it, words) -> new PriceChange(
                            sku(it),
                            channel(it),
                            it.replaces().price().orElseGet(() -> money(words, 1)),
                            money(words, 2))),
            kind(
                    "order (\\S+)(?: for .+)?",
                    (it, words) -> new Replenishment(
                            sku(it),
                            node(it),
                            quantity(words, 1),
                            it.commitment().spend())),
            kind(
                    "move (\\S+) from (.+) to .+",
                    (it, words) ->
                            new Transfer(sku(it), NodeId.of(giver(it, words.group(2))), node(it), quantity(words, 1))),
            kind(
                    "promotion " + MONEY + " -> " + MONEY + " from (\\S+) until (\\S+)",
                    (it, words) -> new PromotionPlan(
                            sku(it),
                            channel(it),
                            money(words, 1),
                            money(words, 2),
                            moment(words, 3),
                            moment(words, 4))),
            kind(
                    "(\\D+) (\\S+) of line (.+), refund " + MONEY,
                    (it, words) -> new Disposition(
                            it.target().order().orElseThrow(),
                            words.group(3),
                            sku(it),
                            node(it),
                            quantity(words, 2),
                            Fate.valueOf(words.group(1).toUpperCase(Locale.ROOT).replace(' ', '_')),
                            money(words, 4))),
            kind(
                    "place (\\d+) on page (.*)",
                    (it, words) -> new Ranking(sku(it), channel(it), words.group(2), Integer.parseInt(words.group(1)))),
            kind(
                    "send from (.+) with ([^/]+)/(.*) at (\\S+)",
                    (it, words) -> new SourcingPlan(
                            it.target().order().orElseThrow(),
                            NodeId.of(words.group(1)),
                            CarrierId.of(words.group(2)),
                            words.group(3),
                            moment(words, 4))));

    private OutlinedActions() {}

    /** The action of an outline; empty when it is of no kind that is known here. */
    public static Optional<Action> of(ActionOutline outline) {
        return KINDS.stream().flatMap(it -> made(it, outline).stream()).findFirst();
    }

    private static Optional<Action> made(Kind kind, ActionOutline outline) {
        var words = kind.words().matcher(outline.words());
        if (!words.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(kind.maker().apply(outline, words)).filter(it -> isSame(it, outline));
        } catch (RuntimeException ofAnotherKind) { // no such target, or no such value
            return Optional.empty();
        }
    }

    private static boolean isSame(Action made, ActionOutline outline) {
        return made.describe().equals(outline.words())
                && made.target().equals(outline.target())
                && made.capability() == outline.capability();
    }

    private static Kind kind(String words, BiFunction<ActionOutline, MatchResult, Action> maker) {
        return new Kind(Pattern.compile(words), maker);
    }

    /** Names may hold the word that parts them; the one that gets is known. */
    private static String giver(ActionOutline outline, String before) {
        var tail = " to " + node(outline);
        return outline.words().endsWith(tail)
                ? outline.words()
                        .substring(
                                outline.words().indexOf(" from ") + 6,
                                outline.words().length() - tail.length())
                : before;
    }

    private static Sku sku(ActionOutline outline) {
        return outline.target().sku().orElseThrow();
    }

    private static Channel channel(ActionOutline outline) {
        return outline.target().channel().orElseThrow();
    }

    private static NodeId node(ActionOutline outline) {
        return outline.target().node().orElseThrow();
    }

    private static Money money(MatchResult words, int group) {
        var text = words.group(group);
        int space = text.lastIndexOf(' ');
        return Money.of(text.substring(0, space), text.substring(space + 1));
    }

    private static Quantity quantity(MatchResult words, int group) {
        return Quantity.of(words.group(group));
    }

    private static Instant moment(MatchResult words, int group) {
        return Instant.parse(words.group(group));
    }
}
