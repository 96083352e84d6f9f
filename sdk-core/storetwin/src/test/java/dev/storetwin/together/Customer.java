package dev.storetwin.together;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.event.CarrierScanned;
import dev.storetwin.event.Claim;
import dev.storetwin.event.ClaimKind;
import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.EventRetracted;
import dev.storetwin.event.IdentityClaimed;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.OrderTotals;
import dev.storetwin.event.ProductViewed;
import dev.storetwin.event.ScanKind;
import dev.storetwin.event.SearchPerformed;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.event.SubjectErased;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A customer of a made-up shop, whose plain values can be searched for. */
record Customer(String name) {

    private static final Source SHOP = Source.of("shop");
    private static final Channel WEB = Channel.of("web");
    private static final Sku SHOE = Sku.of("SHOE");

    static Customer named(String name) {
        return new Customer(name);
    }

    SubjectId subject() {
        return SubjectId.of("s-" + name);
    }

    String mail() {
        return name + "@mail.invalid";
    }

    String postalCode() {
        return "PLZ-" + name + "-04109";
    }

    String tracking() {
        return "TRACK-" + name;
    }

    private String phone() {
        return "+49-341-" + name;
    }

    private String fullName() {
        return "Mx " + name + " of Nowhere";
    }

    private String street() {
        return "Lane of " + name + " 7";
    }

    /** What nobody may find. */
    List<String> plainText() {
        return List.of(mail(), postalCode(), tracking(), phone(), fullName(), street());
    }

    void assertUnreadable(String text) {
        assertThat(text).doesNotContain(plainText());
    }

    private static EventHeader header(EntityKind kind, String id, Instant at) {
        return EventHeader.of(SHOP, kind + ":" + id + "@" + at, new Entity(kind, id), at);
    }

    TwinEvent claim(Instant at) {
        return new IdentityClaimed(
                header(EntityKind.SUBJECT, subject().value(), at),
                subject(),
                List.of(
                        Claim.of(ClaimKind.EMAIL, mail()),
                        Claim.of(ClaimKind.PHONE, phone()),
                        Claim.of(ClaimKind.NAME, fullName()),
                        Claim.of(ClaimKind.ADDRESS, street())));
    }

    TwinEvent order(String id, Instant at) {
        return order(id, at, line());
    }

    /** Two of its lines have one id. */
    TwinEvent impossibleOrder(String id, Instant at) {
        return order(id, at, line(), line());
    }

    private static OrderLine line() {
        return OrderLine.of("1", SHOE, Quantity.of(2), Money.of("10.00", "EUR"), TaxMode.GROSS);
    }

    private OrderPlaced order(String id, Instant at, OrderLine... lines) {
        return new OrderPlaced(
                header(EntityKind.ORDER, id, at),
                OrderId.of(id),
                WEB,
                Optional.of(subject()),
                Optional.of(place()),
                TaxMode.GROSS,
                List.of(lines),
                OrderTotals.UNKNOWN);
    }

    private Place place() {
        return new Place("DE", Optional.empty(), Optional.of(Personal.of(postalCode())));
    }

    /** The order was told by mistake. */
    TwinEvent takenBack(String id, Instant at) {
        return EventRetracted.of(order(id, at), at.plusSeconds(1), "entered twice");
    }

    TwinEvent parcel(String id, String order, Instant at) {
        return new ShipmentDispatched(
                header(EntityKind.SHIPMENT, id, at),
                ShipmentId.of(id),
                Optional.of(OrderId.of(order)),
                NodeId.of("depot"),
                List.of(),
                Optional.empty(),
                Optional.of(Personal.of(tracking())));
    }

    TwinEvent scan(String parcel, Instant at) {
        return new CarrierScanned(
                header(EntityKind.SHIPMENT, parcel, at),
                ShipmentId.of(parcel),
                ScanKind.IN_TRANSIT,
                Optional.of(place()),
                "on its way");
    }

    TwinEvent search(String session, String words, Instant at) {
        return search(session, Optional.of(subject()), words, at);
    }

    /** A search before the shop knew who it was. */
    TwinEvent searchUnknown(String session, String words, Instant at) {
        return search(session, Optional.empty(), words, at);
    }

    private static TwinEvent search(String session, Optional<SubjectId> who, String words, Instant at) {
        return new SearchPerformed(
                header(EntityKind.SESSION, session, at),
                visit(session, who),
                Personal.of(words),
                OptionalInt.empty(),
                List.of());
    }

    TwinEvent view(String session, Instant at) {
        return new ProductViewed(
                header(EntityKind.SESSION, session + "/view", at), visit(session, Optional.of(subject())), SHOE);
    }

    private static Visit visit(String session, Optional<SubjectId> who) {
        return new Visit(SessionId.of(session), who, WEB);
    }

    /** As platforms pass it on. */
    TwinEvent wishToBeForgotten(Instant at) {
        return new SubjectErased(header(EntityKind.SUBJECT, subject().value() + "/erase", at), subject());
    }
}
