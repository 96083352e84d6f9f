package dev.storetwin.shopify;

import dev.storetwin.event.EntityKind;
import dev.storetwin.event.SubjectErased;

/** A person is to be forgotten: on request, or because the shop deleted the customer. */
final class ErasureBody implements BodyTranslator {

    private static final Shape DELETED = Shape.of("deleted customer")
            .identified("SubjectErased.subject, as a token")
            .leavesRest("it is to be forgotten");

    private static final Shape REDACTED = Shape.of("redaction of a customer")
            .part("customer", DELETED)
            .leaves("orders name the customer by token only, which says nothing once it is erased", "orders_to_redact");

    private final Shape shape;

    private ErasureBody(Shape shape) {
        this.shape = shape;
    }

    static ErasureBody deleted() {
        return new ErasureBody(DELETED);
    }

    static ErasureBody redacted() {
        return new ErasureBody(REDACTED);
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public void translate(Json body, Facts facts) {
        var customer = shape == REDACTED ? body.at("customer") : body;
        var subject = Customers.own(customer, facts);
        var header = facts.header(SubjectErased.class, EntityKind.SUBJECT, subject.value(), facts.moment());
        facts.add(new SubjectErased(header, subject));
    }
}
