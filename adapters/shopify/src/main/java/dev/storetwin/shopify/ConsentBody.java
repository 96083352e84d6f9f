package dev.storetwin.shopify;

/** A consent that comes without its customer. E-mail and text messages name the customer in different fields. */
final class ConsentBody implements BodyTranslator {

    static final Shape SHAPE = Consents.declare(Shape.of("consent of a customer"))
            .reads("customer_id", "ConsentChanged.subject, as a token")
            .reads("id", "ConsentChanged.subject, as a token, where there is no `customer_id`")
            .leaves("`customers/*` say it", "email_address phone");

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public void translate(Json body, Facts facts) {
        var named = body.id("customer_id").isPresent() ? "customer_id" : "id";
        Consents.tell(body, Customers.named(body, named, facts), facts.moment(), facts);
        facts.leave("It names a customer and no consent.");
    }
}
