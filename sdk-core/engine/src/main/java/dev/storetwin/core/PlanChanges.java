package dev.storetwin.core;

import dev.storetwin.core.guardrail.ShopFacts;
import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.type.Sku;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What has changed for the lines of a plan. */
final class PlanChanges {

    /** A day without any sale for so long, and the feed has stopped: then what is missing is unknown in all histories. */
    private static final int WEEK = 7;

    /** Whatever happens to these reaches an order through the book of a SKU, or not at all. */
    private static final Set<EntityKind> OF_SKUS = EnumSet.of(
            EntityKind.ROUTING,
            EntityKind.CANCELLATION,
            EntityKind.REFUND,
            EntityKind.RETURN,
            EntityKind.RESTOCK,
            EntityKind.PAYMENT,
            EntityKind.VARIANT,
            EntityKind.LISTING,
            EntityKind.COST,
            EntityKind.PRICE,
            EntityKind.PROMOTION,
            EntityKind.COMPETITOR_PRICE,
            EntityKind.STOCK,
            EntityKind.RESERVATION,
            EntityKind.TRANSFER,
            EntityKind.PURCHASE_ORDER,
            EntityKind.RECEIPT,
            EntityKind.SUPPLIER_TERMS,
            EntityKind.SHIPMENT,
            EntityKind.DELIVERY_PROMISE,
            EntityKind.SESSION,
            EntityKind.SUBJECT,
            EntityKind.CONSENT,
            EntityKind.DECISION);

    private PlanChanges() {}

    /** The SKUs whose lines may come out otherwise; empty when that may be all. */
    static Optional<Set<Sku>> between(PlanMoment before, PlanMoment now, ShopFacts facts) {
        if (!before.today().equals(now.today())
                || !before.gate().rulesHash().equals(now.gate().rulesHash())
                || now.gate().isHeldBack()
                || before.gate().isHeldBack()
                || !span(before).equals(span(now))
                || !facts.ofEverybody(before.state(), before.asOf(), before.gate())
                        .filter(it -> facts.ofEverybody(now.state(), now.asOf(), now.gate())
                                .filter(it::equals)
                                .isPresent())
                        .isPresent()) {
            return Optional.empty();
        }
        var difference = before.state().difference(now.state());
        var kinds = difference.others().stream().map(Entity::kind).collect(Collectors.toSet());
        boolean renames = kinds.contains(EntityKind.VARIANT)
                && (before.state().hasAliases() || now.state().hasAliases());
        return OF_SKUS.containsAll(kinds) && !renames
                ? Optional.of(new HashSet<>(difference.skus()))
                : Optional.empty();
    }

    /** Where histories begin, and from where on they are unknown. */
    private record Span(Optional<LocalDate> first, Optional<LocalDate> stopped) {}

    private static Span span(PlanMoment moment) {
        var demand = moment.state().demand();
        var stopped = demand.lastDay()
                .filter(it -> it.plusDays(WEEK).isBefore(moment.today().minusDays(1)));
        return new Span(demand.firstDay(), stopped);
    }
}
