package dev.storetwin.shopify;

import dev.storetwin.type.SubjectId;
import java.util.Optional;

/** Reads who a customer is, as a token. */
final class Customers {

    private Customers() {}

    /** A customer within another body. */
    static Shape reference(String into) {
        return Shape.of("customer")
                .reads("id", into + ", as a token")
                .leavesRest("`customers/*` say it, whole and versioned");
    }

    /** The customer that the body is about. */
    static SubjectId own(Json customer, Facts facts) {
        return facts.subject(Optional.of(customer.ownId())).orElseThrow(() -> nobody(customer, "id"));
    }

    /** The customer whose id stands in a field. */
    static SubjectId named(Json body, String field, Facts facts) {
        return facts.subject(body.id(field)).orElseThrow(() -> nobody(body, field));
    }

    private static MalformedBody nobody(Json body, String field) {
        return body.malformed(field, "Expected the id of the customer.");
    }
}
