package dev.storetwin.core.state;

import dev.storetwin.event.Entity;
import dev.storetwin.type.OrderId;
import java.util.List;

/** Folds one document into ledger entries. The only place that tells the families of events apart. */
final class DocumentFold {

    private DocumentFold() {}

    static List<LedgerEntry> fold(Entity id, Document document, Folding folding) {
        return switch (id.kind()) {
            case ORDER -> new OrderFold(new OrderId(id.id()), document, folding).entries();
            case STOCK, RESERVATION, SHIPMENT -> StockFold.entries(document);
            case TRANSFER, PURCHASE_ORDER, RECEIPT -> SupplyFold.entries(id, document);
            case PRICE -> CatalogFold.prices(document);
            case VARIANT, PROMOTION, CHANNEL -> CatalogFold.entries(id, document);
            case NODE, OUTAGE, CUT_OFF -> document.hasFacts() ? List.of(new LedgerEntry.Known(id)) : List.of();
            case SUBJECT, CONSENT -> SubjectFold.entries(document);
            case SESSION -> TrafficFold.entries(document, folding);
            case DECISION -> DecisionFold.entries(document);
            default -> List.of();
        };
    }
}
