package dev.storetwin.shopify;

import dev.storetwin.event.CartChanged;
import dev.storetwin.event.EntityKind;
import java.util.Optional;

/** A cart, whole. */
final class CartBody implements BodyTranslator {

    private static final Shape LINE = LineNames.declare(Shape.of("cart line"), "CartChanged.lines.sku")
            .reads("quantity", "CartChanged.lines.quantity")
            .leavesRest("what it would cost; nothing is sold yet");

    static final Shape SHAPE = Shape.of("cart")
            .reads("token", "CartChanged.visit.session, hashed")
            .reads("id", "CartChanged.visit.session, hashed, where there is no `token`")
            .reads("updated_at", "CartChanged.occurredAt and version")
            .reads("created_at", "CartChanged.occurredAt and version, where there is no `updated_at`")
            .each("line_items", LINE)
            .leavesRest("what it would cost; nothing is sold yet");

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public void translate(Json cart, Facts facts) {
        var token = cart.text("token")
                .or(() -> cart.id("id"))
                .orElseThrow(() -> cart.malformed("token", "Expected the token of the cart."));
        var options = facts.options();
        var visit = Sessions.visit(token, Optional.empty(), options.channel(), options);
        var at = cart.moment("updated_at").or(() -> cart.moment("created_at")).orElse(facts.moment());
        var header = facts.header(
                CartChanged.class, EntityKind.SESSION, visit.session().value(), at);
        facts.add(new CartChanged(header, visit, Sessions.lines(cart)));
    }
}
