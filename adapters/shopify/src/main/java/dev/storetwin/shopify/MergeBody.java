package dev.storetwin.shopify;

import dev.storetwin.event.ClaimKind;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.SubjectsLinked;
import java.util.Set;

/** The merchant merged two customers into one. */
final class MergeBody implements BodyTranslator {

    private static final String KEPT = "admin_graphql_api_customer_kept_id";
    private static final String DELETED = "admin_graphql_api_customer_deleted_id";

    static final Shape SHAPE = Shape.of("merge of customers")
            .reads(KEPT, "SubjectsLinked.subject, as a token")
            .reads(DELETED, "SubjectsLinked.other, as a token")
            .reads("status", "whether it was done")
            .leaves("how it went at Shopify", "admin_graphql_api_job_id errors");

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public void translate(Json merge, Facts facts) {
        if (merge.text("status").filter("completed"::equals).isEmpty()) {
            facts.leave("The merge is not done.");
            return;
        }
        var kept = Customers.named(merge, KEPT, facts);
        var deleted = Customers.named(merge, DELETED, facts);
        var header = facts.header(SubjectsLinked.class, EntityKind.SUBJECT, kept + "+" + deleted, facts.moment());
        facts.add(new SubjectsLinked(header, kept, deleted, Set.of(ClaimKind.PLATFORM_ID)));
    }
}
