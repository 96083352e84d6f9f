package dev.storetwin.testing;

import dev.storetwin.event.ActionApplied;
import dev.storetwin.event.ActionFailed;
import dev.storetwin.event.ActionReserved;
import dev.storetwin.event.ApprovalAsked;
import dev.storetwin.event.ConsentChanged;
import dev.storetwin.event.Decided;
import dev.storetwin.event.DecisionApproved;
import dev.storetwin.event.DecisionMade;
import dev.storetwin.event.DecisionRejected;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.ExplorationChanged;
import dev.storetwin.event.KillSwitchChanged;
import dev.storetwin.event.SubjectsLinked;
import dev.storetwin.event.SubjectsUnlinked;
import dev.storetwin.event.TwinAct;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.ActionOutline;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Commitment;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Role;
import dev.storetwin.type.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What the twin and its operators do, and who shoppers are. */
final class ActStories {

    private static final Actor OPERATOR = new Actor(Role.OPERATOR, "operator");

    /** A decision as far as acts need it. */
    private record Made(DecisionId id, Capability capability, Target target, Commitment commitment, Instant asOf)
            implements Decided {}

    private ActStories() {}

    static Arbitrary<Story> any() {
        return Arbitraries.oneOf(prices(), orders(), switches(), links(), consents());
    }

    private static Arbitrary<Story> prices() {
        return Combinators.combine(Town.skus(), Town.channels(), Town.minutes(), Town.prices(), fates())
                .as((sku, channel, minute, price, fate) -> number -> acts(
                        new Made(
                                DecisionId.of("decision-" + number),
                                Capability.PRICING,
                                Target.of(sku, channel),
                                Commitment.ofPrice(price).withRegret(price.times(.1)),
                                Town.at(minute)),
                        fate));
    }

    private static Arbitrary<Story> orders() {
        return Combinators.combine(Town.skus(), Town.nodes(), Town.minutes(), Town.prices(), fates())
                .as((sku, node, minute, spend, fate) -> number -> acts(
                        new Made(
                                DecisionId.of("decision-" + number),
                                Capability.INVENTORY,
                                Target.of(sku, node),
                                Commitment.ofUnits(Quantity.of(4), Optional.<Money>of(spend)),
                                Town.at(minute)),
                        fate));
    }

    private static Arbitrary<Integer> fates() {
        return Arbitraries.integers().between(0, 8);
    }

    private static List<TwinEvent> acts(Made decision, int fate) {
        var made = DecisionMade.of(decision, "advised");
        var applied = ActionApplied.at(decision, decision.asOf().plusSeconds(5));
        var failed = ActionFailed.of(decision, decision.asOf().plusSeconds(9), "the platform is down");
        var approved =
                DecisionApproved.of(decision.id(), OPERATOR, decision.asOf().plusSeconds(2), "fine");
        var outline = new ActionOutline(
                decision.capability(), decision.target(), decision.commitment(), Commitment.NONE, "as told");
        var reserved = ActionReserved.of(decision.id(), outline, decision.asOf().plusSeconds(4));
        var asked = new ApprovalAsked(
                TwinAct.about("asked", decision.id(), decision.asOf().plusSeconds(1)),
                decision.id(),
                outline,
                List.of("a large order"),
                1,
                decision.asOf().plusSeconds(90),
                OPERATOR);
        var header = EntityKind.DECISION;
        var rejected = new DecisionRejected(
                Town.header(header, decision.id().value(), 0)
                        .withVersion(made.header().version()),
                decision.id(),
                OPERATOR,
                "no");
        return switch (fate) {
            case 0 -> List.of(made);
            case 1 -> List.of(made, applied);
            case 2 -> List.of(made, applied, failed);
            case 3 -> List.of(made, approved, applied);
            case 4 -> List.of(made, reserved);
            case 5 -> List.of(made, reserved, applied);
            case 6 -> List.of(made, asked, approved);
            case 7 -> List.of(made, asked, approved, reserved, failed);
            default -> List.of(made, rejected);
        };
    }

    private static Arbitrary<Story> switches() {
        return Combinators.combine(Town.minutes(), Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as((minute, engaged, ofAll) -> number -> List.of(
                        ofAll
                                ? KillSwitchChanged.of(engaged, OPERATOR, Town.at(minute), "drill")
                                : ExplorationChanged.of(
                                        Capability.PRICING, engaged, OPERATOR, Town.at(minute), "drill")));
    }

    private static Arbitrary<Story> links() {
        return Combinators.combine(
                        Arbitraries.of(Town.SHOPPERS),
                        Arbitraries.of(Town.SHOPPERS),
                        Town.minutes(),
                        Arbitraries.of(true, false))
                .as((one, other, minute, parted) -> number -> {
                    var id = one + "+" + other;
                    var linked = new SubjectsLinked(Town.header(EntityKind.SUBJECT, id, minute), one, other, Set.of());
                    var unlinked = new SubjectsUnlinked(
                            Town.header(EntityKind.SUBJECT, id, minute + 30), one, other, "not the same");
                    return parted ? List.of(linked, unlinked) : List.of(linked);
                });
    }

    private static Arbitrary<Story> consents() {
        return Combinators.combine(Arbitraries.of(Town.SHOPPERS), Town.minutes(), Arbitraries.of(true, false))
                .as((shopper, minute, granted) -> number -> List.of(new ConsentChanged(
                        Town.header(EntityKind.CONSENT, shopper + ":marketing", minute),
                        shopper,
                        "marketing",
                        granted)));
    }
}
