package dev.storetwin.core.golden;

import dev.storetwin.core.event.AnyEvents;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.event.Claim;
import dev.storetwin.event.ClaimKind;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.EventRetracted;
import dev.storetwin.event.IdentityClaimed;
import dev.storetwin.event.LineQuantity;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.ProductViewed;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.event.Visit;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.guardrail.Verdict;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Evidence;
import dev.storetwin.proposal.Objective;
import dev.storetwin.proposal.Work;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.SessionId;
import dev.storetwin.type.ShipmentId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.SubjectId;
import dev.storetwin.type.Target;
import dev.storetwin.type.TaxMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The small shop behind the golden files. What it told once is in files that never change, so this may only ever be added to. */
final class GoldenShop {

    static final Sku MUG = Sku.of("MUG");
    static final Channel WEB = Channel.of("web");
    static final NodeId NORTH = NodeId.of("north");
    static final OrderId ORDER = OrderId.of("1001");
    static final SubjectId ADA = SubjectId.of("s-1");

    private static final Source SHOP = Source.of("shop");
    private static final long SEED = 4;

    private GoldenShop() {}

    private static Instant at(int hour) {
        return Instant.parse("2026-03-01T00:00:00.125Z").plusSeconds(hour * 3_600L);
    }

    /** A day of one mug, with a price that was a mistake. */
    static List<TwinEvent> day() {
        var mistake = PriceChanged.of(SHOP, MUG, WEB, Money.of("1.00", "EUR"), at(3));
        return List.of(
                VariantUpserted.of(SHOP, MUG, "Mug", "kitchen", at(0)),
                StockCounted.of(SHOP, MUG, NORTH, Quantity.of(12), at(1)),
                PriceChanged.of(SHOP, MUG, WEB, Money.of("9.99", "EUR"), at(2)),
                mistake,
                EventRetracted.of(mistake, at(4), "a slip"),
                claimed(),
                viewed(),
                ordered(),
                shipped());
    }

    private static TwinEvent claimed() {
        var header = EventHeader.of(SHOP, EntityKind.SUBJECT, ADA.value(), at(5));
        return new IdentityClaimed(header, ADA, List.of(Claim.of(ClaimKind.EMAIL, "ada@example.org")));
    }

    private static TwinEvent viewed() {
        var header = EventHeader.of(SHOP, EntityKind.SESSION, "v-1", at(6));
        return new ProductViewed(header, new Visit(SessionId.of("v-1"), Optional.of(ADA), WEB), MUG);
    }

    private static TwinEvent ordered() {
        var line = OrderLine.of("1", MUG, Quantity.of(3), Money.of("9.99", "EUR"), TaxMode.NET);
        return OrderPlaced.of(SHOP, ORDER, WEB, at(7), line).by(ADA);
    }

    private static TwinEvent shipped() {
        return ShipmentDispatched.of(
                SHOP, ShipmentId.of("p-1"), ORDER, NORTH, at(8), new LineQuantity("1", MUG, Quantity.of(2)));
    }

    /** Adjusted to 8.99, with a better one blocked. */
    static Decision<PriceChange> decision() {
        var change = new PriceChange(MUG, WEB, Money.of("9.99", "EUR"), Money.of("9.00", "EUR"));
        var taken = change.withTo(Money.of("8.99", "EUR"));
        var chosen = new JudgedAlternative<>(
                Alternative.of(change, 12.5, new Evidence("expected units", 3.25, "units")),
                Alternative.of(taken, 12.25),
                new Verdict.Adjusted<>(taken, "prices end in 99"),
                List.of(new RuleHit("price ending", Severity.ADJUSTED, "prices end in 99")),
                0.75);
        var deep = change.withTo(Money.of("5.00", "EUR"));
        var blocked = new JudgedAlternative<>(
                Alternative.of(deep, 20),
                Alternative.of(deep, 20),
                new Verdict.Blocked<PriceChange>("too deep"),
                List.of(new RuleHit("no deep cut", Severity.BLOCKED, "too deep")),
                0);
        var nothing = new JudgedAlternative<PriceChange>(
                Alternative.doNothing(10), Alternative.doNothing(10), new Verdict.Allowed<>(), List.of(), 0.25);
        return new Decision<>(
                DecisionId.of("d-1"),
                Capability.PRICING,
                Target.of(MUG, WEB),
                at(8),
                DecisionStatus.ADVISED,
                chosen,
                Optional.empty(),
                List.of(blocked, chosen, nothing),
                new Objective("expected margin over 28 days", "EUR"),
                List.of(new Evidence("elasticity", -1.5, "")),
                List.of("8.99 EUR brings 2.25 EUR more"),
                new TreeMap<>(Map.of("rules:shop", "ab12", "forecast", "theta/1", "feature:units_sum_28d/1", "cd34")),
                9,
                SEED,
                true,
                Autonomy.CANARY,
                Work.FULL);
    }

    /** Events of every kind with all sorts of things in them. */
    static List<TwinEvent> everyKind() {
        return new AnyEvents(SEED).oneOfEach();
    }
}
