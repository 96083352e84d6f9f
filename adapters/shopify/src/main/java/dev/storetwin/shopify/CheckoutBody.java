package dev.storetwin.shopify;

import dev.storetwin.event.CheckoutAdvanced;
import dev.storetwin.event.CheckoutStage;
import dev.storetwin.event.EntityKind;
import dev.storetwin.type.OrderId;
import java.util.List;
import java.util.Optional;

/** A checkout and how far it has come; a deleted one was abandoned. */
final class CheckoutBody implements BodyTranslator {

    private static final String SESSION = "CheckoutAdvanced.visit.session, hashed";

    private static final Shape LINE = LineNames.declare(Shape.of("checkout line"), "CheckoutAdvanced.lines.sku")
            .reads("quantity", "CheckoutAdvanced.lines.quantity")
            .leavesRest("what it would cost; nothing is sold yet");

    /** Only whether there is one is read of it. */
    private static final Shape DELIVERY =
            Shape.of("delivery option").leavesRest("that there is one means SHIPPING_CHOSEN");

    private static final Shape OPEN = ChannelReader.declare(sessions("checkout"))
            .reads("updated_at", "CheckoutAdvanced.occurredAt and version")
            .reads("created_at", "CheckoutAdvanced.occurredAt and version, where there is no `updated_at`")
            .reads("completed_at", "CheckoutAdvanced.stage: COMPLETED")
            .reads("closed_at", "CheckoutAdvanced.stage: ABANDONED")
            .reads("gateway", "CheckoutAdvanced.stage: PAYMENT_STARTED")
            .reads("email", "CheckoutAdvanced.stage: CONTACT_GIVEN; the address itself is left")
            .reads("phone", "CheckoutAdvanced.stage: CONTACT_GIVEN; the number itself is left")
            .reads("order_id", "CheckoutAdvanced.order")
            .reads("customer_id", "CheckoutAdvanced.visit.subject, as a token, where there is no `customer`")
            .part("customer", Customers.reference("CheckoutAdvanced.visit.subject"))
            .each("line_items", LINE)
            .each("shipping_lines", DELIVERY)
            .leavesRest("what it would cost and where it would go; nothing is sold yet");

    private static final Shape GONE = sessions("deleted checkout").leavesRest("it was abandoned");

    private final Shape shape;

    private CheckoutBody(Shape shape) {
        this.shape = shape;
    }

    static CheckoutBody open() {
        return new CheckoutBody(OPEN);
    }

    static CheckoutBody gone() {
        return new CheckoutBody(GONE);
    }

    private static Shape sessions(String name) {
        return Shape.of(name)
                .reads("cart_token", SESSION)
                .reads("token", SESSION + ", where there is no `cart_token`")
                .reads("id", SESSION + ", where there is no token");
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public void translate(Json checkout, Facts facts) {
        facts.add(shape == GONE ? gone(checkout, facts) : advanced(checkout, facts));
    }

    private static CheckoutAdvanced advanced(Json checkout, Facts facts) {
        var options = facts.options();
        var subject = facts.subject(checkout.at("customer").id("id").or(() -> checkout.id("customer_id")));
        var visit = Sessions.visit(token(checkout), subject, ChannelReader.read(checkout, options), options);
        var at = checkout.moment("updated_at")
                .or(() -> checkout.moment("created_at"))
                .orElse(facts.moment());
        var header = facts.header(
                CheckoutAdvanced.class, EntityKind.SESSION, visit.session().value(), at);
        var order = checkout.id("order_id").map(OrderId::of);
        return new CheckoutAdvanced(header, visit, stage(checkout), Sessions.lines(checkout), order);
    }

    private static CheckoutAdvanced gone(Json checkout, Facts facts) {
        var options = facts.options();
        var visit = Sessions.visit(token(checkout), Optional.empty(), options.channel(), options);
        var header = facts.header(
                CheckoutAdvanced.class, EntityKind.SESSION, visit.session().value(), facts.moment());
        return new CheckoutAdvanced(header, visit, CheckoutStage.ABANDONED, List.of(), Optional.empty());
    }

    /** The cart's, so that cart and checkout are one visit. */
    private static String token(Json checkout) {
        return checkout.text("cart_token")
                .or(() -> checkout.text("token"))
                .or(() -> checkout.id("id"))
                .orElseThrow(() -> checkout.malformed("token", "Expected the token of the checkout."));
    }

    private static CheckoutStage stage(Json checkout) {
        if (checkout.moment("completed_at").isPresent()) {
            return CheckoutStage.COMPLETED;
        }
        if (checkout.moment("closed_at").isPresent()) {
            return CheckoutStage.ABANDONED;
        }
        if (checkout.text("gateway").isPresent()) {
            return CheckoutStage.PAYMENT_STARTED;
        }
        if (!checkout.each("shipping_lines").isEmpty()) {
            return CheckoutStage.SHIPPING_CHOSEN;
        }
        var isReachable =
                checkout.text("email").or(() -> checkout.text("phone")).isPresent();
        return isReachable ? CheckoutStage.CONTACT_GIVEN : CheckoutStage.STARTED;
    }
}
