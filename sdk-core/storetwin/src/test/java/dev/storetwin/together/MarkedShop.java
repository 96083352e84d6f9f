package dev.storetwin.together;

import dev.storetwin.event.CarrierScanned;
import dev.storetwin.event.Claim;
import dev.storetwin.event.ClaimKind;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.IdentityClaimed;
import dev.storetwin.event.NodeChanged;
import dev.storetwin.event.NodeKind;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.OrderTotals;
import dev.storetwin.event.ScanKind;
import dev.storetwin.event.SearchPerformed;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.Visit;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Personal;
import dev.storetwin.type.Place;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.SessionId;
import dev.storetwin.type.ShipmentId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.SubjectId;
import dev.storetwin.type.TaxMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Events with a marker in every personal value, one at least of each kind that has such values. */
final class MarkedShop {

    static final String MARK = "MARK-7F3E-";
    static final SubjectId ANNA = SubjectId.of("s-anna");
    static final OrderId ORDER = OrderId.of("1001");

    private static final Source SHOP = Source.of("shop");
    private static final Channel WEB = Channel.of("web");
    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");

    private MarkedShop() {}

    static List<TwinEvent> events() {
        return List.of(
                new IdentityClaimed(header(EntityKind.SUBJECT, "anna", 1), ANNA, claims()),
                new SearchPerformed(
                        header(EntityKind.SESSION, "v-1", 2),
                        visit(Optional.of(ANNA)),
                        marked(),
                        OptionalInt.empty(),
                        List.of()),
                new SearchPerformed(
                        header(EntityKind.SESSION, "v-2", 3),
                        visit(Optional.empty()),
                        marked(),
                        OptionalInt.empty(),
                        List.of()),
                new OrderPlaced(
                        header(EntityKind.ORDER, ORDER.value(), 4),
                        ORDER,
                        WEB,
                        Optional.of(ANNA),
                        Optional.of(place()),
                        TaxMode.GROSS,
                        List.of(OrderLine.of(
                                "1", Sku.of("SHOE"), Quantity.of(2), Money.of("10.00", "EUR"), TaxMode.GROSS)),
                        OrderTotals.UNKNOWN),
                new ShipmentDispatched(
                        header(EntityKind.SHIPMENT, "p-1", 5),
                        ShipmentId.of("p-1"),
                        Optional.of(ORDER),
                        NodeId.of("depot"),
                        List.of(),
                        Optional.empty(),
                        Optional.of(marked())),
                new CarrierScanned(
                        header(EntityKind.SHIPMENT, "p-1", 6),
                        ShipmentId.of("p-1"),
                        ScanKind.IN_TRANSIT,
                        Optional.of(place()),
                        "on its way"),
                new NodeChanged(
                        header(EntityKind.NODE, "depot", 7),
                        NodeId.of("depot"),
                        "Depot",
                        NodeKind.values()[0],
                        Optional.of(place()),
                        Optional.empty(),
                        true));
    }

    private static List<Claim> claims() {
        return Stream.of(ClaimKind.values()).map(it -> new Claim(it, marked())).toList();
    }

    private static Personal marked() {
        return Personal.of(MARK + "of somebody");
    }

    private static Place place() {
        return new Place("DE", Optional.empty(), Optional.of(marked()));
    }

    private static Visit visit(Optional<SubjectId> subject) {
        return new Visit(SessionId.of("visit"), subject, WEB);
    }

    private static EventHeader header(EntityKind kind, String id, int minute) {
        return EventHeader.of(SHOP, kind, id, NOON.plusSeconds(60L * minute));
    }

    /** Every kind of event that can hold a personal value. */
    static List<Class<?>> personalKinds() {
        return kinds(TwinEvent.class).filter(MarkedShop::isPersonal).distinct().toList();
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(MarkedShop::kinds);
    }

    private static boolean isPersonal(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(it -> it.getGenericType().getTypeName())
                .anyMatch(it -> Stream.of(Personal.class, Place.class, Claim.class)
                        .anyMatch(type -> it.matches(".*\\b" + type.getName() + "\\b.*")));
    }
}
