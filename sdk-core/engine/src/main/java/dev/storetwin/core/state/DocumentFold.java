package dev.storetwin.core.state;

import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.OrderId;
import java.util.List;
import java.util.stream.Stream;

/** Folds one document into ledger entries. The only place that tells the families of events apart. */
final class DocumentFold {

    private DocumentFold() {}

    /** All that it adds: what is so, and what was so at some time before. */
    static List<LedgerEntry> fold(Entity id, Document document, Folding folding) {
        var present = present(id, document, folding);
        return hasPast(id, document) ? both(present, new PastFold(id, document, folding, present).entries()) : present;
    }

    /** What one event tells began with it. A visit is folded by all versions of its cart, each on its day, whatever came later. */
    private static boolean hasPast(Entity id, Document document) {
        return document.size() > 1 && id.kind() != EntityKind.SESSION;
    }

    /** What is so when all its events have happened. */
    static List<LedgerEntry> present(Entity id, Document document, Folding folding) {
        return switch (id.kind()) {
            case ORDER -> new OrderFold(new OrderId(id.id()), document, folding).entries();
            case STOCK, RESERVATION -> StockFold.entries(document);
            case SHIPMENT -> both(StockFold.entries(document), DeliveryFold.handedOver(document));
            case TRANSFER, PURCHASE_ORDER, RECEIPT -> SupplyFold.entries(id, document);
            case PRICE -> CatalogFold.prices(document);
            case VARIANT, COMPETITOR_PRICE, PROMOTION, CHANNEL -> CatalogFold.entries(id, document);
            case NODE, OUTAGE, CUT_OFF ->
                document.newest(TwinEvent.class)
                        .map(it -> List.of(CatalogFold.known(id, it)))
                        .orElse(List.of());
            case SUBJECT, CONSENT -> SubjectFold.entries(document);
            case SESSION -> TrafficFold.entries(document, folding);
            case DECISION -> DecisionFold.entries(id, document);
            default -> List.of();
        };
    }

    private static List<LedgerEntry> both(List<LedgerEntry> some, List<LedgerEntry> others) {
        return others.isEmpty()
                ? some
                : Stream.concat(some.stream(), others.stream()).toList();
    }
}
