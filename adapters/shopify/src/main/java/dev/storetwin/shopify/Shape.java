package dev.storetwin.shopify;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the translator makes of the fields of one kind of JSON object: which it reads and for what, and which it leaves and why. The reader
 * reads through it, and the tables of {@code docs/event-model.md} are printed from it.
 */
final class Shape {

    /** What becomes of one field. */
    sealed interface Field {}

    /** It is read into these fields of these events. */
    record Read(String into) implements Field {}

    /** It is an object, or a list of objects, with a shape of its own. */
    record Part(Shape shape, boolean many) implements Field {}

    /** It is left, with all that is in it. */
    record Left(String why) implements Field {}

    /** Fields that mean the same wherever they stand in a Shopify body, and that the twin needs nowhere. */
    static final Shape LEFT_EVERYWHERE = of("any object")
            .leaves("says the same as `id`", "admin_graphql_api_id")
            .leaves("the buyer's currency; amounts are kept in the shop's", "presentment_money presentment_currency")
            .leaves(
                    "personal, and of no use to planning",
                    "first_name last_name email contact_email phone sms_marketing_phone")
            .leaves(
                    "personal, and of no use to planning",
                    "address1 address2 company browser_ip client_details latitude longitude")
            .leaves(
                    "free text by people, who write names into it",
                    "note note_attributes custom_attributes properties message")
            .leaves("free text by people, who write names into it", "staff_note reason_notes")
            .leaves("secrets of a link or session", "order_status_url abandoned_checkout_url reservation_token")
            .leaves("the payment provider's own record, with card data", "receipt payment_details authorization")
            .leaves(
                    "the payment provider's own record, with card data",
                    "payments_refund_attributes authorization_expires_at")
            .leaves("the payment provider's own record, with card data", "extended_authorization_attributes")
            .leaves(
                    "staff and tools behind the counter",
                    "user_id staff_member attributed_staffs device_id api_client_id")
            .leaves("staff and tools behind the counter", "merchant_of_record_app_id merchant_business_entity_id")
            .leaves("the same for every body of a shop; the source says it", "shop_id shop_domain")
            .leaves(
                    "duties and fees are within the order's total",
                    "duties duties_included additional_fees total_duties")
            .leaves("duties and fees are within the order's total", "total_duties_set total_additional_fees_set")
            .leaves(
                    "duties and fees are within the order's total",
                    "current_total_duties_set current_total_additional_fees_set")
            .leaves(
                    "duties and fees are within the order's total",
                    "original_total_duties_set original_total_additional_fees_set")
            .leaves(
                    "tells how tax came about; its sum is kept",
                    "tax_exempt tax_exemptions tax_code taxable estimated_taxes")
            .leaves("tells how tax came about; its sum is kept", "channel_liable rate");

    private final String name;
    private final Map<String, Field> fields;
    private final Optional<String> restLeft;

    private Shape(String name, Map<String, Field> fields, Optional<String> restLeft) {
        this.name = name;
        this.fields = fields;
        this.restLeft = restLeft;
    }

    static Shape of(String name) {
        return new Shape(name, Map.of(), Optional.empty());
    }

    Shape reads(String field, String into) {
        return with(field, new Read(into));
    }

    /** Its own id, as a number or in the form of the GraphQL API. */
    Shape identified(String into) {
        return reads("id", into).reads("admin_graphql_api_id", into + ", where `id` is missing");
    }

    /** An amount, alone or in the shop's currency next to the buyer's. */
    Shape readsMoney(String field, String into) {
        var money = of("money").reads("amount", into).reads("currency_code", into + ": its currency");
        return reads(field, into + ", where there is no `" + field + "_set`")
                .part(field + "_set", of("money set").part("shop_money", money));
    }

    Shape part(String field, Shape shape) {
        return with(field, new Part(shape, false));
    }

    Shape each(String field, Shape shape) {
        return with(field, new Part(shape, true));
    }

    /**
     * Leaves fields for one reason.
     *
     * @param left their names, with spaces between
     */
    Shape leaves(String why, String left) {
        var shape = this;
        for (var field : left.split(" ", -1)) {
            shape = shape.with(field, new Left(why));
        }
        return shape;
    }

    /** Leaves all fields that are not named, also those that Shopify may add. */
    Shape leavesRest(String why) {
        return new Shape(name, fields, Optional.of(why));
    }

    private Shape with(String field, Field what) {
        var more = new TreeMap<>(fields);
        if (more.put(field, what) != null) {
            throw new IllegalStateException("""
                    %s.%s is declared twice.
                    Maybe one of the two is left over.""".formatted(name, field));
        }
        return new Shape(name, Collections.unmodifiableMap(more), restLeft);
    }

    String name() {
        return name;
    }

    /** All declared fields, in order of their names. */
    Map<String, Field> fields() {
        return fields;
    }

    Optional<String> restLeft() {
        return restLeft;
    }

    boolean reads(String field) {
        return fields.get(field) instanceof Read;
    }

    /** The shape of a field that is an object or a list of objects. */
    Shape within(String field) {
        if (fields.get(field) instanceof Part part) {
            return part.shape();
        }
        throw new IllegalStateException(
                "%s.%s is not declared as a part.\nMaybe its name is misspelt.".formatted(name, field));
    }

    /** What becomes of a field, declared here or, by its name alone, everywhere. Empty for one that nobody thought of. */
    Optional<Field> whatOf(String field) {
        return Optional.ofNullable(fields.get(field))
                .or(() -> restLeft.map(Left::new))
                .or(() -> Optional.ofNullable(LEFT_EVERYWHERE.fields.get(field)));
    }
}
