package dev.storetwin.benchmarks.memory;

import dev.storetwin.event.Claim;
import dev.storetwin.event.ClaimKind;
import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.IdentityClaimed;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Personal;
import dev.storetwin.type.ShipmentId;
import dev.storetwin.type.SubjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The fixed mix with people in it: an order is one of a customer, and the two events before it are made who the customer is and the parcel
 * of the customer's order before.
 *
 * @param customers how many there are
 */
record PersonalMix(EventMix mix, int customers) {

    private static final int TURN = 20;
    private static final int ORDER = 9;
    private static final String ZEROS = "0".repeat(26);

    TwinEvent event(long position) {
        long turn = position / TURN;
        return switch ((int) (position % TURN)) {
            case ORDER - 2 -> claim(turn);
            case ORDER - 1 -> parcel(turn);
            case ORDER -> ((OrderPlaced) mix.event(position)).by(customer(turn));
            default -> mix.event(position);
        };
    }

    /** By a token as long as a twin's own. */
    SubjectId customer(long turn) {
        var number = Long.toString(turn % customers);
        return SubjectId.of("s-" + ZEROS.substring(number.length()) + number);
    }

    /** What nobody may find any more once the customer is erased. */
    List<String> plainText(long customer) {
        return List.of(mail(customer), name(customer), "1Z-TRACK-" + customer + "-");
    }

    private TwinEvent claim(long turn) {
        long customer = turn % customers;
        return new IdentityClaimed(
                header(EntityKind.SUBJECT, customer(turn).value(), turn),
                customer(turn),
                List.of(Claim.of(ClaimKind.EMAIL, mail(customer)), Claim.of(ClaimKind.NAME, name(customer))));
    }

    private TwinEvent parcel(long turn) {
        var order = mix.event(turn * TURN + ORDER).header().entity().id();
        return new ShipmentDispatched(
                header(EntityKind.SHIPMENT, "parcel-" + turn, turn),
                ShipmentId.of("parcel-" + turn),
                Optional.of(OrderId.of(order)),
                NodeId.of("depot"),
                List.of(),
                Optional.empty(),
                Optional.of(Personal.of("1Z-TRACK-" + turn % customers + "-" + turn)));
    }

    private static String mail(long customer) {
        return "shopper." + customer + "@example.invalid";
    }

    private static String name(long customer) {
        return "Shopper Number " + customer + " of Nowhere";
    }

    private EventHeader header(EntityKind kind, String id, long turn) {
        Instant at = mix.event(turn * TURN + ORDER).header().occurredAt();
        return EventHeader.of(MadeUpShop.SOURCE, kind + id + "@" + turn, new Entity(kind, id), at);
    }
}
