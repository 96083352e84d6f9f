package dev.storetwin.state;

import dev.storetwin.type.CarrierId;
import dev.storetwin.type.NodeId;
import java.time.LocalDate;
import java.util.List;

/** How promises of delivery were kept, by the day until which they were given. Cancelled orders promise nothing. */
public interface DeliveryView {

    /** Carriers that were to deliver anything, in order. */
    List<CarrierId> carriers();

    /** Days {@code from} to before {@code until}, one count each, of what leaves a node. */
    List<DeliveryCount> of(NodeId node, LocalDate from, LocalDate until);

    /** The same of what a carrier takes. */
    List<DeliveryCount> of(CarrierId carrier, LocalDate from, LocalDate until);

    /** The same of the whole shop. */
    List<DeliveryCount> ofShop(LocalDate from, LocalDate until);
}
